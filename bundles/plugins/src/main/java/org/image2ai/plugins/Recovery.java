package org.image2ai.plugins;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** At the start: ends what a kill interrupted, and puts in again what a cleaned cache lost. */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Bundles bundles;
    private final PluginStore store;
    private final Lifecycle lifecycle;

    Recovery(Bundles bundles, PluginStore store, Lifecycle lifecycle) {
        this.bundles = bundles;
        this.store = store;
        this.lifecycle = lifecycle;
    }

    /** @param deploy the folder that is watched: what was removed from it meanwhile is removed */
    void run(Path deploy) {
        for (Bundle bundle : bundles.all()) {
            String active = lifecycle.state(bundle.getSymbolicName()).active();
            if (Bundles.isOurs(bundle) && !Bundles.fileName(bundle).equals(active)) {
                bundles.dispose(bundle);
            }
        }
        for (String name : store.names()) {
            PluginState state = lifecycle.state(name);
            try {
                run(name, state, deploy);
            } catch (PlatformException e) {
                LOG.warn("Plugin {} does not work: {}", name, e.getMessage());
                store.save(name, state.refusing(state.refused(), e.getMessage()));
            }
        }
    }

    private void run(String name, PluginState state, Path deploy) {
        if (!state.source().isEmpty() && !Files.exists(deploy.resolve(state.source()))) {
            lifecycle.remove(name);
            return;
        }
        Optional<Bundle> bundle = bundles.given(name);
        if (!state.active().isEmpty()) {
            bundle.ifPresent(bundles::stop);
            bundle = Optional.of(bundles.install(name, state.active(), store.file(name, state.active())));
        }
        if (state.enabled()) {
            bundle.ifPresent(bundles::start);
        } else {
            bundle.ifPresent(bundles::stop);
        }
        store.tidy(name, state);
    }
}
