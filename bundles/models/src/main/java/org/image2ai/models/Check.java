package org.image2ai.models;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.image2ai.api.ErrorType;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RequestCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a provider whether it understands a request; one that hangs or throws what it must not has no say. */
final class Check {
    private static final Logger LOG = LoggerFactory.getLogger(Check.class);
    private static final ThreadFactory THREADS = Threads.named("check");
    private static final long PATIENCE_MILLIS = 1_000;

    private Check() {}

    /** @throws PlatformException the provider's refusal */
    static void pass(LiveProvider provider, Fitted fitted) {
        if (!(provider.service() instanceof RequestCheck check)
                || !provider.checks().tryAcquire()) {
            return;
        }
        RenderRequest request = fitted.toRequest();
        CompletableFuture<Void> answer = new CompletableFuture<>();
        Thread thread = THREADS.newThread(() -> {
            try {
                check.check(request);
                answer.complete(null);
            } catch (Throwable e) { // whatever a plugin does wrong must not reach the caller
                answer.completeExceptionally(e);
            } finally {
                provider.checks().release();
            }
        });
        thread.setContextClassLoader(check.getClass().getClassLoader());
        thread.start();
        await(answer, provider);
    }

    private static void await(CompletableFuture<Void> answer, LiveProvider provider) {
        try {
            answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PlatformException refusal && refusal.type() == ErrorType.INVALID) {
                throw refusal;
            }
            LOG.info(
                    "A check by {} failed in a way that it must not.",
                    provider.account().id(),
                    e.getCause());
        } catch (TimeoutException e) {
            LOG.info("A check by {} took more than {} ms.", provider.account().id(), PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
