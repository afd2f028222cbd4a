package org.image2ai.plugins;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What is asked of the framework; an interface, so that a test can kill the server between any two steps. */
interface Bundles {
    /** The id of the bundle at a location. */
    OptionalLong find(String location);

    /** @throws org.image2ai.api.PlatformException INVALID {@code plugin_unfit} when the framework does not take it */
    long install(String location, Path jar);

    /**
     * Starts a bundle, now and after every boot.
     *
     * @throws org.image2ai.api.PlatformException INVALID {@code plugin_unfit} when it does not resolve or start; DENIED
     *     {@code not_admitted} when it does not declare what it holds and sends
     */
    void start(long bundle);

    /** Stops a bundle, also after every boot. */
    void stop(long bundle);

    void uninstall(long bundle);

    /** The locations of bundles that begin so. */
    List<String> locations(String prefix);

    /** The plugin of this name that came with the distribution. */
    Optional<Release> shipped(String name);
}
