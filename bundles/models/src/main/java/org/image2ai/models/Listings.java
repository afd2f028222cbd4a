package org.image2ai.models;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.Operation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks providers for their models, on threads that can be given up, and looks whether the answer is sound. */
final class Listings {
    private static final Logger LOG = LoggerFactory.getLogger(Listings.class);

    private final ExecutorService threads = Executors.newCachedThreadPool(Threads.named("models-list"));
    private final Duration patience;
    private final ScheduledExecutorService clock;

    Listings(Duration patience, ScheduledExecutorService clock) {
        this.patience = patience;
        this.clock = clock;
    }

    void close() {
        threads.shutdownNow();
    }

    /** Runs something on a thread of its own. */
    void run(Runnable work) {
        threads.execute(work);
    }

    /** Asks a provider for its models. @param changed told when they are others than before */
    void list(LiveProvider provider, Runnable changed) {
        if (!provider.beginListing()) {
            return;
        }
        Future<?> listing = threads.submit(() -> ask(provider, changed));
        clock.schedule(() -> giveUp(provider, listing), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void ask(LiveProvider provider, Runnable changed) {
        try {
            if (provider.listed(sound(provider.service().models()))) {
                changed.run();
            }
        } catch (PlatformException e) {
            notListed(provider, e.getMessage(), null);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            notListed(provider, e.getClass().getSimpleName(), e);
        } finally {
            provider.endListing();
        }
    }

    /** A vendor that is away is asked again and again; it is told once. */
    private static void notListed(LiveProvider provider, String why, Throwable defect) {
        if (provider.notListed("could not list its models: " + why)) {
            LOG.info(
                    "Provider {} could not list its models: {}",
                    provider.account().id(),
                    why,
                    defect);
        }
    }

    private static List<ImageModel> sound(List<ImageModel> models) {
        Set<String> names = new HashSet<>();
        for (ImageModel model : models) {
            if (!names.add(model.name())) {
                throw new IllegalArgumentException("lists two models " + model.name());
            }
        }
        return models;
    }

    private static void giveUp(LiveProvider provider, Future<?> listing) {
        if (listing.cancel(true)) {
            provider.notListed("did not list its models in time");
        }
    }

    /** Asks a provider as it would be asked in use. @return what is wrong with the answer */
    Optional<String> check(LiveProvider provider) {
        Future<List<ImageModel>> answer =
                threads.submit(() -> sound(provider.service().models()));
        String who = provider.account().id();
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS).stream()
                    .flatMap(model -> unpriced(model).stream())
                    .findFirst()
                    .map(what -> who + " has no price for " + what);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return Optional.of(who + " did not list its models within " + patience.toSeconds() + " s");
        } catch (ExecutionException | CancellationException e) {
            LOG.info("Provider {} could not list its models.", who, e);
            return Optional.of(who + " could not list its models: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(who + " was not waited for");
        }
    }

    private static Optional<String> unpriced(ImageModel model) {
        return model.operations().stream()
                .filter(operation -> model.prices().stream().noneMatch(price -> price.operation() == operation))
                .map(Operation::wireName)
                .sorted()
                .findFirst()
                .map(operation -> model.name() + " " + operation);
    }
}
