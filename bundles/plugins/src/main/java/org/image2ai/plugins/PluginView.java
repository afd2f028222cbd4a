package org.image2ai.plugins;

/**
 * A plugin in the API.
 *
 * @param name the symbolic name of its bundle
 * @param version that works, or should; empty when none is installed
 * @param kind what it is a plugin for: {@code image-models}
 * @param state ACTIVE, DRAINED, DISABLED, STOPPED, REFUSED, INSTALLING, DRAINING (its earlier version) or REMOVING
 * @param previous the version that a roll-back would put back; empty when there is none
 * @param source where it came from
 * @param inFlight works that are being done
 * @param abandoned works whose thread did not end when asked to
 * @param note what went wrong last
 */
public record PluginView(
        String name,
        String version,
        String kind,
        String state,
        String previous,
        String source,
        int inFlight,
        int abandoned,
        String note) {}
