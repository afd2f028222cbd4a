package org.image2ai.kit.plugin;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;

/**
 * The header {@value #NAME}, which makes a bundle a plugin: {@code image-models;pid=org.example.vendor}.
 *
 * @param kind what it is a plugin for
 * @param pid the factory PID of its accounts, where the header names it
 */
public record PluginHeader(String kind, Optional<String> pid) {
    /** The name of the header. */
    public static final String NAME = "Image2AI-Plugin";

    /** The kind of a vendor of image models. */
    public static final String IMAGE_MODELS = "image-models";

    private static final Pattern PID = Pattern.compile(";\\s*pid\\s*=\\s*\"?([\\w.-]+)");

    public PluginHeader {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(pid, "pid");
    }

    /** What the header's value says. */
    public static PluginHeader parse(String value) {
        Matcher pid = PID.matcher(value);
        return new PluginHeader(
                value.split(";", 2)[0].strip(), pid.find() ? Optional.of(pid.group(1)) : Optional.empty());
    }

    /** The header of a bundle; empty when it is no plugin. */
    public static Optional<PluginHeader> of(Bundle bundle) {
        return Optional.ofNullable(bundle.getHeaders("").get(NAME)).map(PluginHeader::parse);
    }
}
