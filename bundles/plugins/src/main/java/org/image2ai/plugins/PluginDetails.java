package org.image2ai.plugins;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.plugin.PluginHost;

/**
 * A plugin in the API, with all that is known of it.
 *
 * @param plugin as in the list
 * @param sha256 of its jar; empty when it came with the distribution
 * @param instances its services, an account at a vendor each
 * @param configuration by PID, with secrets masked
 * @param declared what it says it holds and sends
 * @param refused versions that are not taken again by themselves: SHA-256 and why
 */
public record PluginDetails(
        PluginView plugin,
        String sha256,
        List<PluginHost.Instance> instances,
        Map<String, Map<String, String>> configuration,
        Optional<Declared> declared,
        Map<String, String> refused) {}
