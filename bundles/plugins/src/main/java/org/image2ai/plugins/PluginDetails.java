package org.image2ai.plugins;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * All of one plugin.
 *
 * @param plugin as in the list
 * @param sha256 digest of its file, its first characters; empty for one of the distribution
 * @param accounts its configurations by PID, without secrets
 * @param hosts to which it may send
 * @param declaration what it says of personal data; {@code null} when it says nothing
 */
public record PluginDetails(
        PluginView plugin,
        String sha256,
        Map<String, Map<String, String>> accounts,
        List<String> hosts,
        JsonNode declaration) {}
