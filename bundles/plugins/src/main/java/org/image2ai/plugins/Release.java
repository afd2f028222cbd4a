package org.image2ai.plugins;

import java.util.Objects;

/**
 * One version of a plugin.
 *
 * @param version of its bundle
 * @param digest SHA-256 of its jar; empty when it came with the distribution
 * @param location of its bundle in the framework, the same after every boot
 * @param file the name of its jar in the plugin's folder; empty when it came with the distribution
 */
record Release(String version, String digest, String location, String file) {
    private static final String SCHEME = "image2ai-plugin:";
    private static final int SHORT = 12;

    Release {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(file, "file");
    }

    static Release of(PluginJar jar, String digest) {
        String id = jar.version() + "-" + digest.substring(0, SHORT);
        return new Release(jar.version().toString(), digest, place(jar.name()) + id, id + ".jar");
    }

    /** One that came with the distribution: it can be stopped, but the distribution keeps it. */
    static Release shipped(String version, String location) {
        return new Release(version, "", location, "");
    }

    /** What the locations of all our versions of a plugin begin with. */
    static String place(String name) {
        return SCHEME + name + "/";
    }

    boolean isShipped() {
        return file.isEmpty();
    }
}
