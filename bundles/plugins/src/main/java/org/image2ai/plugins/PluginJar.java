package org.image2ai.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
import org.image2ai.kit.plugin.PluginHeader;
import org.osgi.framework.Version;

/**
 * What the manifest of a jar says of it.
 *
 * @param name the symbolic name of the bundle
 * @param version the version of the bundle
 * @param kind what it is a plugin for, as {@link PluginHeader} says: {@code image-models}
 */
record PluginJar(String name, Version version, String kind) {
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,120}";

    /** The plugin in a file; empty when it is none, or no jar at all. */
    static Optional<PluginJar> in(Path file) {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            Manifest manifest = jar.getManifest();
            return manifest == null ? Optional.empty() : of(manifest.getMainAttributes());
        } catch (IOException | IllegalArgumentException | SecurityException e) {
            return Optional.empty();
        }
    }

    /** The same, where there must be one. */
    static PluginJar read(Path file) {
        return in(file).orElseThrow(() -> PlatformException.invalid(
                "not_a_plugin",
                file.getFileName() + " is no plugin: its manifest needs " + PluginHeader.NAME
                        + ", Bundle-SymbolicName and Bundle-Version."));
    }

    private static Optional<PluginJar> of(Attributes headers) {
        String plugin = headers.getValue(PluginHeader.NAME);
        String name = headers.getValue("Bundle-SymbolicName");
        if (plugin == null || name == null) {
            return Optional.empty();
        }
        String plain = name.split(";", 2)[0].strip();
        // The name becomes a folder.
        return plain.matches(NAME)
                ? Optional.of(new PluginJar(
                        plain,
                        Version.parseVersion(headers.getValue("Bundle-Version")),
                        PluginHeader.parse(plugin).kind()))
                : Optional.empty();
    }

    /** The SHA-256 of a file, in hexadecimal. */
    static String digest(Path file) {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
