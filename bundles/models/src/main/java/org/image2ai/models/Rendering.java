package org.image2ai.models;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderResult.RenderedImage;
import org.image2ai.api.model.RenderSession;
import org.image2ai.kit.Patience;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call of a provider, on a thread of its own: one that hangs, throws or lies costs its own permits and nothing
 * else. A permit comes back when its thread really ended.
 */
final class Rendering {
    private static final Logger LOG = LoggerFactory.getLogger(Rendering.class);
    private static final Duration TICK = Duration.ofMillis(100);
    private static final ThreadFactory THREADS = Threads.named("render");

    private final LiveProvider provider;
    private final ModelsConfig config;
    private final FencedSession session;
    private final RenderRequest request;
    private final CompletableFuture<RenderResult> future = new CompletableFuture<>();
    private final AtomicBoolean abandoned = new AtomicBoolean();

    Rendering(LiveProvider provider, Fitted fitted, RenderSession session, ModelsConfig config) {
        this.provider = provider;
        this.config = config;
        this.request = fitted.toRequest();
        this.session =
                new FencedSession(fitted.entry().fullName(), fitted.request().count(), session);
    }

    /** Runs it to its end, or to the end of patience. */
    RenderResult run() {
        Patience deadline = Patience.of(Duration.ofSeconds(config.timeoutSeconds()))
                .orLess(Duration.between(Instant.now(), request.context().deadline()));
        takePermit(deadline);
        Thread thread = THREADS.newThread(this::call);
        thread.setContextClassLoader(provider.service().getClass().getClassLoader());
        provider.began();
        thread.start();
        try {
            return checked(result(thread, deadline));
        } finally {
            session.end();
        }
    }

    private void takePermit(Patience deadline) {
        Patience wait = deadline.orLess(Duration.ofSeconds(config.waitSeconds()));
        try {
            while (!provider.permits().tryAcquire(TICK.toMillis(), TimeUnit.MILLISECONDS)) {
                refuseWhenCancelled();
                if (wait.isOver()) {
                    throw PlatformException.upstream(
                            "provider_busy", name() + " has no rendering free; all are taken.", true);
                }
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void call() {
        try {
            future.complete(provider.service().render(request, session));
        } catch (Throwable e) { // whatever a plugin does wrong is a failure of its rendering and of nothing else
            future.completeExceptionally(e);
        } finally {
            provider.permits().release();
            provider.ended();
            if (!abandoned.compareAndSet(false, true)) {
                provider.abandonedEnded();
            }
        }
    }

    private RenderResult result(Thread thread, Patience deadline) {
        try {
            while (true) {
                try {
                    return future.get(TICK.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (session.cancelled()) {
                        return stop(thread, cancelled());
                    }
                    if (deadline.isOver()) {
                        return stop(thread, timedOut());
                    }
                }
            }
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            thread.interrupt();
            throw interrupted(e);
        }
    }

    /** Asks the thread to end, waits a little and gives it up. */
    private RenderResult stop(Thread thread, PlatformException why) throws InterruptedException {
        session.end();
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(config.graceSeconds()));
        if (thread.isAlive() && abandoned.compareAndSet(false, true)) {
            provider.abandoned();
            LOG.info("A rendering of {} did not end when it was asked to; it holds its permit.", name());
        }
        throw why;
    }

    private PlatformException failure(Throwable thrown) {
        if (thrown instanceof PlatformException known) {
            return session.cancelled() ? cancelled() : known;
        }
        if (session.cancelled()) {
            return cancelled();
        }
        LOG.info("A rendering of {} failed in a way that it must not.", name(), thrown);
        String kind = thrown.getClass().getSimpleName();
        return PlatformException.upstream("provider_failed", name() + " failed unexpectedly (" + kind + ").", true)
                .causedBy(thrown);
    }

    /** What a provider says it made is believed only where it was written. */
    private RenderResult checked(RenderResult result) {
        if (result == null) {
            throw PlatformException.upstream("provider_failed", name() + " answered nothing.", true);
        }
        Set<Integer> left = new HashSet<>(session.written());
        List<RenderedImage> images =
                result.images().stream().filter(i -> left.remove(i.output())).toList();
        if (images.isEmpty()) {
            throw PlatformException.upstream("provider_no_output", name() + " gave no picture.", true);
        }
        return new RenderResult(
                images,
                result.parameters(),
                result.cost(),
                result.vendorRequestId(),
                Details.jsonable(result.details()));
    }

    private void refuseWhenCancelled() {
        if (session.cancelled()) {
            throw cancelled();
        }
    }

    private String name() {
        return provider.facts().id() + "/" + request.model();
    }

    private static PlatformException cancelled() {
        return PlatformException.conflict(Router.CANCELLED, "The rendering was cancelled.");
    }

    private PlatformException timedOut() {
        return PlatformException.upstream(
                "provider_timeout", name() + " did not end within " + config.timeoutSeconds() + " s.", true);
    }

    private static PlatformException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return PlatformException.upstream("interrupted", "The server is stopping.", true)
                .causedBy(e);
    }
}
