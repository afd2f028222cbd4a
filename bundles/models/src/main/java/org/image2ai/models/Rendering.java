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
import org.image2ai.api.model.ImageRouter;
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
    private final boolean asStandby;
    private final ModelsConfig config;
    private final RenderSession owner;
    private final FencedSession session;
    private final RenderRequest request;
    private final CompletableFuture<RenderResult> future = new CompletableFuture<>();
    private final AtomicBoolean abandoned = new AtomicBoolean();

    Rendering(Candidate candidate, RenderSession session, ModelsConfig config) {
        Fitted fitted = candidate.fitted();
        this.provider = candidate.place().provider();
        this.asStandby = candidate.place().standby();
        this.config = config;
        this.request = fitted.toRequest();
        this.owner = session;
        this.session =
                new FencedSession(candidate.place().mark(), fitted.request().count(), session);
    }

    /** Runs it to its end, or to the end of patience. */
    RenderResult run() {
        Patience deadline = Patience.of(provider.timeout())
                .orLess(Duration.between(Instant.now(), request.context().deadline()));
        provider.workload().comes();
        try {
            takePermit(deadline);
            if (!provider.workload().begin(this, asStandby)) {
                provider.permits().release();
                throw moved();
            }
            return begun(deadline);
        } finally {
            provider.workload().goes();
        }
    }

    private RenderResult begun(Patience deadline) {
        try {
            leaves();
        } catch (RuntimeException | Error e) {
            provider.permits().release();
            provider.workload().end(this);
            throw e;
        }
        Thread thread = THREADS.newThread(this::call);
        thread.setContextClassLoader(provider.service().getClass().getClassLoader());
        try {
            start(thread);
            return checked(result(thread, deadline));
        } finally {
            session.end();
            provider.workload().end(this);
        }
    }

    /** What is not written down first is not sent. */
    private void leaves() {
        if (!provider.account().local()) {
            owner.leaves(provider.origin().name(), provider.account().host());
        }
    }

    private void start(Thread thread) {
        try {
            thread.start();
        } catch (Error e) {
            provider.permits().release();
            throw e;
        }
    }

    /** Ends it because its provider leaves; whoever waits for it hears at once. */
    void giveBack() {
        future.completeExceptionally(gone());
    }

    private void takePermit(Patience deadline) {
        Patience wait = deadline.orLess(Duration.ofSeconds(config.waitSeconds()));
        try {
            while (!provider.permits().tryAcquire(TICK.toMillis(), TimeUnit.MILLISECONDS)) {
                refuseWhenCancelled();
                if (provider.workload().turnsAway(asStandby)) {
                    throw moved();
                }
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
            if (!future.isDone()) {
                future.complete(provider.service().render(request, session));
            }
        } catch (Throwable e) { // whatever a plugin does wrong is a failure of its rendering and of nothing else
            future.completeExceptionally(e);
        } finally {
            provider.permits().release();
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
            PlatformException why = failure(e.getCause());
            return isGone(why) ? stopQuietly(thread, why) : rethrow(why);
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

    private RenderResult stopQuietly(Thread thread, PlatformException why) {
        try {
            return stop(thread, why);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static RenderResult rethrow(PlatformException why) {
        throw why;
    }

    private PlatformException failure(Throwable thrown) {
        if (!session.cancelled() && !provider.origin().active().getAsBoolean()) {
            // What a bundle does while it is taken apart is no fault of its vendor.
            return gone();
        }
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
                Details.jsonable(result.details()),
                result.source());
    }

    private void refuseWhenCancelled() {
        if (session.cancelled()) {
            throw cancelled();
        }
    }

    private String name() {
        return provider.account().id() + "/" + request.model();
    }

    private static boolean isGone(PlatformException e) {
        return e.code().equals(ImageRouter.PROVIDER_GONE);
    }

    private PlatformException gone() {
        return Router.gone(name() + " left while it was at work; the work goes on when it is back.");
    }

    private PlatformException moved() {
        return PlatformException.upstream(Router.MOVED, name() + " takes no new work.", true);
    }

    private static PlatformException cancelled() {
        return PlatformException.conflict(Router.CANCELLED, "The rendering was cancelled.");
    }

    private PlatformException timedOut() {
        return PlatformException.upstream(
                "provider_timeout",
                name() + " did not end within " + provider.timeout().toSeconds() + " s.",
                true);
    }

    private static PlatformException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return PlatformException.upstream("interrupted", "The server is stopping.", true)
                .causedBy(e);
    }
}
