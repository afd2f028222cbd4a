package org.image2ai.plugins;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.image2ai.api.PlatformException;

/** A framework that remembers its bundles over a kill, which may come before and after each step. */
final class FakeFramework implements Bundles {
    private static final String PROVIDED = "mvn:";

    private final Killer killer;
    private final Map<Long, Installed> bundles = new TreeMap<>();
    private long last;
    private String broken = "none";

    FakeFramework(Killer killer) {
        this.killer = killer;
    }

    /** A bundle. */
    record Installed(String location, String version, boolean active) {}

    /** Versions that do not start. */
    void breakStart(String version) {
        broken = version;
    }

    long provide(String name, String version) {
        bundles.put(++last, new Installed(PROVIDED + name, version, true));
        return last;
    }

    List<String> active() {
        return bundles.values().stream()
                .filter(Installed::active)
                .map(Installed::version)
                .toList();
    }

    List<String> all() {
        return bundles.values().stream().map(Installed::version).toList();
    }

    @Override
    public OptionalLong find(String location) {
        return bundles.entrySet().stream()
                .filter(e -> e.getValue().location().equals(location))
                .mapToLong(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public long install(String location, Path jar) {
        killer.step();
        String version = PluginJar.read(jar).version().toString();
        if (all().contains(version)) {
            throw PlatformException.invalid("plugin_unfit", "Bundle symbolic name and version are not unique");
        }
        bundles.put(++last, new Installed(location, version, false));
        killer.step();
        return last;
    }

    @Override
    public void start(long bundle) {
        killer.step();
        Installed it = bundles.get(bundle);
        if (it.version().equals(broken)) {
            throw PlatformException.invalid("plugin_unfit", "Unable to resolve");
        }
        bundles.put(bundle, new Installed(it.location(), it.version(), true));
        killer.step();
    }

    @Override
    public void stop(long bundle) {
        killer.step();
        Installed it = bundles.get(bundle);
        bundles.put(bundle, new Installed(it.location(), it.version(), false));
        killer.step();
    }

    @Override
    public void uninstall(long bundle) {
        killer.step();
        if (bundles.remove(bundle) == null) {
            throw new IllegalStateException("There is no bundle " + bundle);
        }
        killer.step();
    }

    @Override
    public List<String> locations(String prefix) {
        return bundles.values().stream()
                .map(Installed::location)
                .filter(location -> location.startsWith(prefix))
                .toList();
    }

    @Override
    public Optional<Release> shipped(String name) {
        return bundles.values().stream()
                .filter(it -> it.location().equals(PROVIDED + name))
                .findFirst()
                .map(it -> Release.shipped(it.version(), it.location()));
    }
}
