package org.image2ai.plugins;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.image2ai.api.plugin.PluginHost;
import org.image2ai.api.plugin.PluginHost.Instance;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** All who give work to plugins, as one. */
@Component(service = Hosts.class)
public final class Hosts {
    private final List<PluginHost> hosts = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(PluginHost host) {
        hosts.add(host);
    }

    void remove(PluginHost host) {
        hosts.remove(host);
    }

    List<Instance> instances(long bundle) {
        return hosts.stream().flatMap(host -> host.instances(bundle).stream()).toList();
    }

    /** The names of what a bundle offers. */
    Set<String> offered(long bundle) {
        return instances(bundle).stream().map(one -> one.name() + " " + one.pid()).collect(Collectors.toSet());
    }

    int inFlight(long bundle) {
        return sum(host -> host.instances(bundle).stream().mapToInt(Instance::inFlight).sum());
    }

    Optional<String> check(long bundle) {
        return hosts.stream().map(host -> host.check(bundle)).flatMap(Optional::stream).findFirst();
    }

    void retire(long bundle) {
        hosts.forEach(host -> host.retire(bundle));
    }

    void restore(long bundle) {
        hosts.forEach(host -> host.restore(bundle));
    }

    /** @return how many works were given back */
    int drain(long bundle, Duration most) {
        return sum(host -> host.drain(bundle, most));
    }

    void watch(long bundle, int works, Consumer<String> bad) {
        hosts.forEach(host -> host.watch(bundle, works, ended -> ended.ifPresent(bad)));
    }

    private int sum(ToIntFunction<PluginHost> each) {
        return hosts.stream().mapToInt(each).sum();
    }
}
