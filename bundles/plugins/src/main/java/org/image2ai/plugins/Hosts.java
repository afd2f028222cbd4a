package org.image2ai.plugins;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.image2ai.api.plugin.PluginHost;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** All who give work to plugins, as one. */
@Component(service = Hosts.class)
public final class Hosts {
    private final List<PluginHost> hosts = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> first = new CompletableFuture<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(PluginHost host) {
        hosts.add(host);
        first.complete(null);
    }

    void unbind(PluginHost host) {
        hosts.remove(host);
    }

    /** Waits until there is one: at boot plugins may come before those who know what to do with them. */
    void await(Duration most) throws InterruptedException {
        try {
            first.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // A server without a host has plugins without work.
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    List<PluginHost.Instance> instances(long bundle) {
        return hosts.stream().flatMap(host -> host.instances(bundle).stream()).toList();
    }

    Optional<String> check(long bundle) {
        return hosts.stream().flatMap(host -> host.check(bundle).stream()).findFirst();
    }

    void retire(long bundle) {
        hosts.forEach(host -> host.retire(bundle));
    }

    void restore(long bundle) {
        hosts.forEach(host -> host.restore(bundle));
    }

    /** The time is for all of them together. */
    int drain(long bundle, Duration most) {
        Instant end = Instant.now().plus(most);
        int givenBack = 0;
        for (PluginHost host : hosts) {
            Duration left = Duration.between(Instant.now(), end);
            givenBack += host.drain(bundle, left.isNegative() ? Duration.ZERO : left);
        }
        return givenBack;
    }

    /** Ended is told once: with the first thing that was wrong, or when all who watch were content. */
    void watch(long bundle, int works, Consumer<Optional<String>> ended) {
        List<PluginHost> watching =
                hosts.stream().filter(host -> !host.instances(bundle).isEmpty()).toList();
        AtomicInteger left = new AtomicInteger(watching.size());
        AtomicBoolean told = new AtomicBoolean();
        for (PluginHost host : watching) {
            host.watch(bundle, works, wrong -> {
                boolean last = left.decrementAndGet() == 0;
                if ((wrong.isPresent() || last) && told.compareAndSet(false, true)) {
                    ended.accept(wrong);
                }
            });
        }
    }
}
