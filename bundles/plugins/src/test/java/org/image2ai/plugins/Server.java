package org.image2ai.plugins;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** A server with one plugin: what its disk and its framework hold outlives a kill, all else does not. */
final class Server {
    final Killer killer = new Killer();
    final FakeFramework framework = new FakeFramework(killer);
    FakeHost host;
    PluginLife life;
    private final Path folder;
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private TestConfig config = TestConfig.DEFAULTS;

    Server(Path folder) {
        this.folder = folder;
        boot();
    }

    void configure(TestConfig changed) {
        config = changed;
        boot();
    }

    /** Begins anew with what is on the disk. */
    void boot() {
        killer.spare();
        tasks.clear();
        host = new FakeHost(killer);
        Hosts hosts = new Hosts();
        hosts.bind(host);
        Shelf shelf = new KillableShelf(folder, killer);
        PluginState state = shelf.load().orElse(PluginState.unknown(Jars.NAME));
        life = new PluginLife(state, shelf, new Surroundings(framework, hosts, () -> Rules.of(config)), tasks::add);
        life.recover();
        life.resume();
    }

    void update(Path jar) {
        life.update(jar, Order.deployed(jar));
        finish();
    }

    /** What the plugin's thread does after an act. */
    void finish() {
        life.settle();
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    String version() {
        return life.state().current().map(Release::version).orElse("");
    }

    /** A shelf on which every write is a step. */
    private static final class KillableShelf extends Shelf {
        private final Killer killer;

        KillableShelf(Path folder, Killer killer) {
            super(folder);
            this.killer = killer;
        }

        @Override
        void save(PluginState state) {
            killer.step();
            super.save(state);
            killer.step();
        }

        @Override
        void keep(Path jar, Release release) {
            killer.step();
            super.keep(jar, release);
            killer.step();
        }

        @Override
        void keepOnly(java.util.List<Release> releases) {
            killer.step();
            super.keepOnly(releases);
        }
    }
}
