package org.image2ai.models;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks at the first works of bundles: one is bad when most of them failed for a reason that is the provider's. */
@Component(service = Watches.class)
public final class Watches {
    private final ProviderRegistry registry;
    private final Map<Long, Watch> watches = new ConcurrentHashMap<>();

    @Activate
    public Watches(@Reference ProviderRegistry registry) {
        this.registry = registry;
    }

    private static final class Watch {
        private final int works;
        private final Consumer<Optional<String>> ended;
        private int seen;
        private int failed;

        Watch(int works, Consumer<Optional<String>> ended) {
            this.works = works;
            this.ended = ended;
        }

        /** @return the judgement, once there is one */
        synchronized Optional<Optional<String>> saw(Optional<String> failure) {
            seen++;
            failed += failure.isPresent() ? 1 : 0;
            if (failed * 2 > works) {
                return Optional.of(failure.map(why -> failed + " of its first " + seen + " works failed: " + why));
            }
            return seen >= works ? Optional.of(Optional.empty()) : Optional.empty();
        }
    }

    /** A watch replaces the one before it. */
    void watch(long bundle, int works, Consumer<Optional<String>> ended) {
        watches.put(bundle, new Watch(works, ended));
    }

    void succeeded(LiveProvider provider) {
        saw(provider, Optional.empty());
    }

    void failed(LiveProvider provider, String why) {
        saw(provider, Optional.of(why));
    }

    private void saw(LiveProvider provider, Optional<String> failure) {
        long bundle = provider.origin().bundle();
        Watch watch = watches.get(bundle);
        if (watch != null) {
            // Who is told may take its time; the worker that saw it must not.
            watch.saw(failure).filter(judged -> watches.remove(bundle, watch)).ifPresent(judged -> registry.listings()
                    .run(() -> watch.ended.accept(judged)));
        }
    }
}
