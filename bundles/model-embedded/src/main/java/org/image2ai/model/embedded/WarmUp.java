package org.image2ai.model.embedded;

import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets models ready in the background, so that the first picture does not wait for classes, fonts and words to be
 * loaded. It yields to everything else: who starts a server waits for the server.
 */
final class WarmUp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final long LONGEST_STEP_MILLIS = 10_000;

    /** What must be over before it begins. */
    @FunctionalInterface
    interface Wait {
        void await() throws InterruptedException;
    }

    private final List<EmbeddedModel> models;
    private final Wait before;
    private final Thread thread = new Thread(this::run, "embedded-models-warm-up");

    private WarmUp(Collection<EmbeddedModel> models, Wait before) {
        this.models = List.copyOf(models);
        this.before = before;
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
    }

    static WarmUp start(Collection<EmbeddedModel> models, Wait before) {
        WarmUp warmUp = new WarmUp(models, before);
        warmUp.thread.start();
        return warmUp;
    }

    private void run() {
        try {
            before.await();
        } catch (InterruptedException e) {
            return;
        }
        for (EmbeddedModel model : models) {
            try {
                model.warmUp();
            } catch (RuntimeException | LinkageError e) {
                // The first request will meet the same, and its sender is told.
                LOG.info("{} could not be made ready beforehand.", model.model().name(), e);
            }
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    /** Ends it, and waits for the step that it is in. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(LONGEST_STEP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
