package org.image2ai.accounts;

import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.image2ai.api.PlatformException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The letters of this bundle with the limits on them, which all who send share. */
@Component(service = Post.class, configurationPid = "org.image2ai.accounts")
public final class Post {
    private static final Logger LOG = LoggerFactory.getLogger(Post.class);
    private static final int MOST_WAITING = 1_000;

    private final Letters letters;
    private final Links links;
    private final MailLimits limits;
    private final Clock clock;
    private final Executor background;

    @Activate
    public Post(AccountsConfig config, @Reference Letters letters, @Reference Links links) {
        this(config, letters, links, Clock.systemUTC(), background());
    }

    Post(AccountsConfig config, Letters letters, Links links, Clock clock, Executor background) {
        this.letters = letters;
        this.links = links;
        this.limits = new MailLimits(config, clock);
        this.clock = clock;
        this.background = background;
    }

    private static ExecutorService background() {
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), work -> {
            Thread thread = new Thread(work, "accounts-letters");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Deactivate
    void close() {
        if (background instanceof ExecutorService threads) {
            threads.shutdown();
        }
    }

    /**
     * Does what only a known address makes necessary after the answer, so that its time tells nobody whether there was
     * something to do.
     */
    void later(Runnable work) {
        try {
            background.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.warn("A letter that somebody asked for could not be written.", e);
                }
            });
        } catch (RejectedExecutionException e) {
            throw PlatformException.exhausted("busy", "Too many letters are being written; come again soon.", true)
                    .causedBy(e);
        }
    }

    Letters letters() {
        return letters;
    }

    Links links() {
        return links;
    }

    MailLimits limits() {
        return limits;
    }

    Clock clock() {
        return clock;
    }
}
