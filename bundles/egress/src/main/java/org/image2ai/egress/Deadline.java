package org.image2ai.egress;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.image2ai.api.PlatformException;

/**
 * The end of an exchange. When it comes, or when the thread that began it is interrupted, the connection is cut, whatever
 * is being waited for: a drip cannot outlast it, and nobody waits for an answer that is not wanted any more. A blocked
 * socket does not notice an interruption by itself.
 */
final class Deadline implements AutoCloseable {
    private static final long NOTICE_MILLIS = 100;

    private final long end;
    private final Thread caller = Thread.currentThread();
    private final ScheduledFuture<?> timer;
    private final ScheduledFuture<?> watch;
    private HttpUriRequestBase running;
    private boolean over;

    Deadline(Duration duration, ScheduledExecutorService clock) {
        this.end = System.nanoTime() + duration.toNanos();
        this.timer = clock.schedule(this::end, duration.toNanos(), TimeUnit.NANOSECONDS);
        this.watch = clock.scheduleWithFixedDelay(this::look, NOTICE_MILLIS, NOTICE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        if (caller.isInterrupted() && running != null) {
            running.cancel();
        }
    }

    private synchronized void end() {
        over = true;
        if (running != null) {
            running.cancel();
        }
    }

    /** From now on it is this request that ends with the deadline. */
    synchronized void guard(HttpUriRequestBase request) {
        if (over) {
            throw exceeded();
        }
        running = request;
    }

    synchronized boolean isOver() {
        return over;
    }

    Duration left() {
        return Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
    }

    static PlatformException exceeded() {
        return PlatformException.upstream("deadline_exceeded", "The other host did not answer in time.", true);
    }

    @Override
    public void close() {
        timer.cancel(false);
        watch.cancel(false);
    }
}
