package org.image2ai.plugins;

import java.util.List;
import org.image2ai.api.plugin.PluginHost.Instance;

/**
 * A plugin as people see it.
 *
 * @param name symbolic name of its bundle
 * @param version that works
 * @param kind what it is a plugin of
 * @param state {@code ACTIVE}, {@code DRAINED}, {@code DISABLED} or what the framework says of its bundle
 * @param origin the file in {@code deploy/}, {@code installed} or {@code distribution}
 * @param previous the version that a roll-back leads to; may be empty
 * @param instances what it offers now
 * @param inFlight works that are being done
 * @param note what went wrong last; may be empty
 */
public record PluginView(
        String name,
        String version,
        String kind,
        String state,
        String origin,
        String previous,
        List<Instance> instances,
        int inFlight,
        String note) {}
