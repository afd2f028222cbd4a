package org.image2ai.plugins;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.image2ai.api.plugin.PluginHost;

/** A host that has one service in every bundle, and finds wrong what it is told to. */
final class FakeHost implements PluginHost {
    final Set<Long> retired = new HashSet<>();
    final List<Long> drained = new ArrayList<>();
    final Map<Long, Consumer<Optional<String>>> watched = new HashMap<>();
    Optional<String> wrong = Optional.empty();
    Runnable whileDraining = () -> {};
    private final Killer killer;

    FakeHost(Killer killer) {
        this.killer = killer;
    }

    @Override
    public String kind() {
        return "image models";
    }

    @Override
    public List<Instance> instances(long bundle) {
        return List.of(new Instance("solid", "", "HEALTHY", 0, 0, ""));
    }

    @Override
    public Optional<String> check(long bundle) {
        killer.step();
        return wrong;
    }

    @Override
    public void retire(long bundle) {
        killer.step();
        retired.add(bundle);
    }

    @Override
    public void restore(long bundle) {
        killer.step();
        retired.remove(bundle);
    }

    @Override
    public int drain(long bundle, Duration most) {
        killer.step();
        drained.add(bundle);
        whileDraining.run();
        return 0;
    }

    @Override
    public void watch(long bundle, int works, Consumer<Optional<String>> ended) {
        killer.step();
        watched.put(bundle, ended);
    }
}
