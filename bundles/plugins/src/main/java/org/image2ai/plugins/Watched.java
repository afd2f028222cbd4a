package org.image2ai.plugins;

import java.util.Optional;

/**
 * A version in its first works, and the one before it. When it is bad while the one before is still there, the work goes
 * back at once, and does not wait until that one is drained.
 */
final class Watched {
    private final Hosts hosts;
    private final Bundles bundles;
    private long bundle;
    private Optional<Release> before = Optional.empty();
    private boolean failed;

    Watched(Hosts hosts, Bundles bundles) {
        this.hosts = hosts;
        this.bundles = bundles;
    }

    synchronized void begin(long watchedBundle, Optional<Release> earlier) {
        bundle = watchedBundle;
        before = earlier;
        failed = false;
    }

    /** Called on a thread of the host: does not block. */
    synchronized void fail(long bad) {
        if (bad != bundle) {
            return;
        }
        failed = true;
        before.flatMap(release ->
                        bundles.find(release.location()).stream().boxed().findFirst())
                .ifPresent(earlier -> {
                    hosts.restore(earlier);
                    hosts.retire(bad);
                });
    }

    /** Whether the version before may go: not when it is needed again. */
    synchronized boolean settled() {
        if (failed) {
            return false;
        }
        before = Optional.empty();
        return true;
    }
}
