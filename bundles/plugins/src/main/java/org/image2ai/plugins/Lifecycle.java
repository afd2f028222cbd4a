package org.image2ai.plugins;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.Patience;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done to one plugin, on the thread of that plugin. The state is written before what it tells of, so that after a
 * kill {@link Recovery} ends what was begun: two versions never stay, and none is lost.
 */
final class Lifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);
    private static final Duration TICK = Duration.ofMillis(25);

    private final Bundles bundles;
    private final PluginStore store;
    private final Hosts hosts;
    private final Workers workers;
    private final Trust trust;
    private final PluginsConfig config;

    Lifecycle(Bundles bundles, PluginStore store, Hosts hosts, Workers workers, PluginsConfig config) {
        this.bundles = bundles;
        this.store = store;
        this.hosts = hosts;
        this.workers = workers;
        this.trust = new Trust(config);
        this.config = config;
    }

    /** Puts a plugin in, or a version beside the one that works, which is then replaced. */
    CompletableFuture<PluginState> put(Path file, String source) {
        PluginJar jar = PluginJar.read(file);
        return workers.submit(jar.name(), () -> put(jar, file, source));
    }

    private PluginState put(PluginJar jar, Path file, String source) {
        PluginState state = state(jar.name());
        if (jar.isCopy(state.active())) {
            return save(jar.name(), source.isEmpty() ? state : state.from(source));
        }
        if (!source.isEmpty() && jar.isCopy(state.refused())) {
            return state;
        }
        try {
            trust.check(jar, file);
            return begin(jar, file, source.isEmpty() ? state : state.from(source));
        } catch (PlatformException e) {
            LOG.warn("Plugin {} {} was refused: {}", jar.name(), jar.version(), e.getMessage());
            save(jar.name(), state.refusing(jar.fileName(), jar.version() + " was refused: " + e.getMessage()));
            throw e;
        }
    }

    private PluginState begin(PluginJar jar, Path file, PluginState state) {
        Optional<Bundle> old = working(jar.name(), state);
        if (old.filter(b -> b.getVersion().equals(jar.version())).isPresent()) {
            throw PlatformException.conflict(
                    "same_version",
                    jar.version() + " is there already, with other bytes; give the new one another version.");
        }
        Path copy = store.keep(jar, file);
        Bundle fresh = bundles.install(jar.name(), jar.fileName(), copy);
        try {
            bundles.start(fresh);
            prove(fresh, old);
        } catch (PlatformException e) {
            bundles.dispose(fresh);
            throw e;
        }
        String before = old.map(Bundles::fileName).orElse("");
        PluginState switched = save(jar.name(), state.switched(jar.fileName(), before));
        LOG.info("Plugin {} {} works now.", jar.name(), jar.version());
        replace(jar.name(), fresh, old);
        return switched;
    }

    /** A new version must offer what the old one offers, and keep its contract. */
    private void prove(Bundle fresh, Optional<Bundle> old) {
        Set<String> wanted = old.map(b -> hosts.offered(b.getBundleId())).orElse(Set.of());
        boolean all = within(
                Duration.ofSeconds(config.checkSeconds()),
                () -> hosts.offered(fresh.getBundleId()).containsAll(wanted));
        if (!all) {
            throw PlatformException.invalid(
                    "plugin_refused", "It does not offer " + String.join(", ", wanted) + " as the one before does.");
        }
        hosts.check(fresh.getBundleId()).ifPresent(why -> {
            throw PlatformException.invalid("plugin_refused", why);
        });
    }

    private void replace(String name, Bundle fresh, Optional<Bundle> old) {
        old.ifPresent(b -> hosts.retire(b.getBundleId()));
        String freshFile = Bundles.fileName(fresh);
        AtomicBoolean failed = new AtomicBoolean();
        hosts.watch(fresh.getBundleId(), config.firstWorks(), why -> {
            failed.set(true);
            workers.submit(name, () -> putBack(name, freshFile, why));
        });
        old.ifPresent(b -> {
            finish(b, failed::get);
            if (!failed.get()) {
                bundles.dispose(b);
                store.tidy(name, state(name));
            }
        });
    }

    /** Waits for what a retired bundle has begun; what is left at the end goes back to the queue. */
    private int finish(Bundle bundle, BooleanSupplier enough) {
        long id = bundle.getBundleId();
        within(Duration.ofSeconds(config.drainSeconds()), () -> hosts.inFlight(id) == 0 || enough.getAsBoolean());
        int left = enough.getAsBoolean() ? 0 : hosts.drain(id, Duration.ZERO);
        if (left > 0) {
            LOG.info("{} works of {} go on elsewhere.", left, bundle.getSymbolicName());
        }
        return left;
    }

    /** A version that failed in its first works makes room for the one before. */
    private PluginState putBack(String name, String failed, String why) {
        PluginState state = state(name);
        Optional<Bundle> bad = bundles.ours(name, failed);
        if (!state.active().equals(failed) || bad.isEmpty()) {
            return state;
        }
        LOG.warn("Plugin {} failed in its first works and is put back: {}", name, why);
        PluginState back = restart(name, state)
                .map(good -> new PluginState(
                        Bundles.fileName(good), "", state.source(), failed, true, failed + " failed: " + why))
                .orElseGet(() -> state.refusing(failed, failed + " failed: " + why).enabled(false));
        save(name, back);
        hosts.retire(bad.get().getBundleId());
        finish(bad.get(), () -> false);
        if (back.enabled()) {
            bundles.dispose(bad.get());
        } else {
            bundles.stop(bad.get());
        }
        return back;
    }

    /** The version before the active one, at work again. */
    private Optional<Bundle> restart(String name, PluginState state) {
        Optional<Bundle> before = state.previous().isEmpty()
                ? bundles.given(name)
                : Optional.of(state.previous())
                        .filter(file -> Files.exists(store.file(name, file)))
                        .map(file -> bundles.install(name, file, store.file(name, file)));
        before.ifPresent(bundle -> {
            bundles.start(bundle);
            hosts.restore(bundle.getBundleId());
        });
        return before;
    }

    CompletableFuture<PluginState> rollBack(String name) {
        return workers.submit(name, () -> {
            PluginState state = require(name);
            Bundle active = working(name, state).orElseThrow(() -> notFound(name));
            Bundle before = restart(name, state)
                    .filter(bundle -> !bundle.equals(active))
                    .orElseThrow(() -> PlatformException.conflict(
                            "no_previous_version", name + " has no version before this one."));
            prove(before, Optional.of(active));
            String given = Bundles.fileName(active);
            PluginState back = new PluginState(Bundles.fileName(before), given, state.source(), given, true, "");
            save(name, back);
            hosts.retire(active.getBundleId());
            finish(active, () -> false);
            bundles.dispose(active);
            return back;
        });
    }

    /** Takes a plugin away for good. */
    CompletableFuture<Void> remove(String name) {
        return workers.submit(name, () -> {
            PluginState state = state(name);
            working(name, state).filter(Bundles::isOurs).ifPresent(bundle -> {
                hosts.retire(bundle.getBundleId());
                finish(bundle, () -> false);
            });
            store.forget(name);
            bundles.othersOfOurs(name, "").forEach(bundles::dispose);
            bundles.given(name).ifPresent(bundles::start);
            LOG.info("Plugin {} is gone.", name);
            return null;
        });
    }

    /** Lets a plugin finish what it has begun and gives it nothing new, until it is enabled again. */
    CompletableFuture<Integer> drain(String name) {
        return workers.submit(name, () -> {
            Bundle bundle = working(name, state(name)).orElseThrow(() -> notFound(name));
            hosts.retire(bundle.getBundleId());
            return finish(bundle, () -> false);
        });
    }

    CompletableFuture<PluginState> enable(String name, boolean on) {
        return workers.submit(name, () -> {
            PluginState state = state(name);
            Bundle bundle = installed(name, state).orElseThrow(() -> notFound(name));
            PluginState next = save(name, state.enabled(on));
            if (on) {
                bundles.start(bundle);
                hosts.restore(bundle.getBundleId());
            } else {
                hosts.retire(bundle.getBundleId());
                finish(bundle, () -> false);
                bundles.stop(bundle);
            }
            return next;
        });
    }

    /** The bundle of a plugin, whether it works or not. */
    Optional<Bundle> installed(String name, PluginState state) {
        return state.active().isEmpty() ? bundles.given(name) : bundles.ours(name, state.active());
    }

    private Optional<Bundle> working(String name, PluginState state) {
        return installed(name, state).filter(bundle -> bundle.getState() == Bundle.ACTIVE);
    }

    PluginState state(String name) {
        return store.state(name).orElse(PluginState.NONE);
    }

    private PluginState require(String name) {
        return store.state(name).orElseThrow(() -> notFound(name));
    }

    private PluginState save(String name, PluginState state) {
        store.save(name, state);
        return state;
    }

    static PlatformException notFound(String name) {
        return PlatformException.notFound("plugin", name);
    }

    private static boolean within(Duration most, BooleanSupplier done) {
        Patience patience = Patience.of(most);
        while (!done.getAsBoolean()) {
            if (patience.isOver()) {
                return false;
            }
            try {
                Thread.sleep(TICK.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw PlatformException.upstream("interrupted", "The server is stopping.", true)
                        .causedBy(e);
            }
        }
        return true;
    }
}
