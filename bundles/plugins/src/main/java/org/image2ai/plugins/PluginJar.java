package org.image2ai.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.image2ai.api.PlatformException;
import org.osgi.framework.Version;

/**
 * A plugin as a file.
 *
 * @param name symbolic name of the bundle
 * @param version of the bundle
 * @param kind what it is a plugin of: {@code image-models}
 * @param sha256 digest of the file, lower-case hex
 */
record PluginJar(String name, Version version, String kind, String sha256) {
    /** The header that makes a bundle a plugin: {@code Image2AI-Plugin: image-models;pid=org.image2ai.model.openai}. */
    static final String HEADER = "Image2AI-Plugin";

    private static final int SHORT = 12;

    /** Whether a file is a plugin of ours; what cannot be read is none. */
    static boolean isOne(Path file) {
        if (!file.getFileName().toString().endsWith(".jar")) {
            return false;
        }
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            Manifest manifest = jar.getManifest();
            return manifest != null && manifest.getMainAttributes().getValue(HEADER) != null;
        } catch (IOException e) {
            return false;
        }
    }

    /** @throws PlatformException INVALID {@code not_a_plugin} */
    static PluginJar read(Path file) {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            Attributes main = Optional.ofNullable(jar.getManifest())
                    .map(Manifest::getMainAttributes)
                    .orElseThrow(() -> refused(file, "it has no manifest"));
            String kind = Optional.ofNullable(main.getValue(HEADER)).orElseThrow(() -> refused(file, "no " + HEADER));
            String name = Optional.ofNullable(main.getValue("Bundle-SymbolicName"))
                    .orElseThrow(() -> refused(file, "it has no Bundle-SymbolicName"));
            return new PluginJar(
                    word(name), Version.parseVersion(main.getValue("Bundle-Version")), word(kind), digest(file));
        } catch (IOException | IllegalArgumentException e) {
            throw refused(file, "it cannot be read").causedBy(e);
        }
    }

    /** The kind that a bundle's header names. */
    static String kind(String header) {
        return word(header);
    }

    private static String word(String header) {
        return header.split("[;,]", 2)[0].strip();
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PlatformException refused(Path file, String why) {
        return PlatformException.invalid("not_a_plugin", file.getFileName() + " is no plugin: " + why + ".");
    }

    /** The name of its copy: {@code 1.2.0-0123456789ab.jar}. */
    String fileName() {
        return version + "-" + sha256.substring(0, SHORT) + ".jar";
    }

    /** Whether a copy of that name holds the same bytes. */
    boolean isCopy(String fileName) {
        return fileName.endsWith("-" + sha256.substring(0, SHORT) + ".jar");
    }
}
