package org.image2ai.plugins;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.image2ai.api.PlatformException;

/** Puts versions of one plugin into the framework and takes them out. Each step may be done twice: a kill repeats it. */
final class Places {
    private final Shelf shelf;
    private final Bundles bundles;
    private final Hosts hosts;
    private final Supplier<Rules> rules;

    Places(Shelf shelf, Surroundings surroundings) {
        this.shelf = shelf;
        this.bundles = surroundings.bundles();
        this.hosts = surroundings.hosts();
        this.rules = surroundings.rules();
    }

    OptionalLong id(Optional<Release> release) {
        return release.map(it -> bundles.find(it.location())).orElse(OptionalLong.empty());
    }

    /** Installs where it is not, and starts. */
    long start(Release release) {
        OptionalLong there = bundles.find(release.location());
        long bundle = there.isPresent() ? there.getAsLong() : bundles.install(release.location(), shelf.path(release));
        bundles.start(bundle);
        return bundle;
    }

    /** The same at boot. @return why it does not, when it does not */
    Optional<String> startAgain(Release release) {
        try {
            start(release);
            return Optional.empty();
        } catch (PlatformException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** The same, and asks the hosts whether it is sound; one that is not is out again. */
    long bringUp(Release release) {
        try {
            long bundle = start(release);
            hosts.check(bundle).ifPresent(wrong -> {
                throw PlatformException.invalid("plugin_unsound", wrong);
            });
            return bundle;
        } catch (PlatformException e) {
            out(release);
            throw e;
        }
    }

    /** Lets it finish first. */
    void leave(Release release) {
        id(Optional.of(release)).ifPresent(bundle -> {
            hosts.retire(bundle);
            hosts.drain(bundle, rules.get().drain());
        });
        out(release);
    }

    /** At once. One that came with the distribution stays there, stopped. */
    void out(Release release) {
        id(Optional.of(release)).ifPresent(release.isShipped() ? bundles::stop : bundles::uninstall);
    }
}
