package org.image2ai.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.image2ai.api.PlatformException;

/** Decides whether a jar may be a plugin here: by its digest, and by who signed it. */
final class Trust {
    private final Map<String, Set<String>> pins;
    private final boolean requireSignature;
    private final String keyStore;
    private final char[] password;

    Trust(PluginsConfig config) {
        this.pins = pins(config.pins());
        this.requireSignature = config.requireSignature();
        this.keyStore = config.keyStore();
        this.password = config.keyStorePassword().toCharArray();
    }

    private static Map<String, Set<String>> pins(String text) {
        Map<String, Set<String>> pins = new HashMap<>();
        Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(pin -> !pin.isEmpty())
                .forEach(pin -> {
                    String[] parts = pin.split("=", 2);
                    String digest = parts.length == 2 ? parts[1].strip().toLowerCase(Locale.ROOT) : "";
                    if (!digest.matches("[0-9a-f]{64}")) {
                        throw new IllegalArgumentException(
                                "org.image2ai.plugins.cfg: pins: " + pin + " is not name=SHA-256.");
                    }
                    pins.computeIfAbsent(parts[0].strip(), name -> new HashSet<>())
                            .add(digest);
                });
        return pins;
    }

    /** @throws PlatformException DENIED {@code plugin_untrusted} saying why */
    void check(Path file, PluginJar jar, String digest) {
        Set<String> pinned = pins.get(jar.name());
        if (pinned != null && !pinned.contains(digest)) {
            throw untrusted(
                    jar,
                    "its SHA-256 is " + digest + ", but the pin of " + jar.name() + " is "
                            + String.join(" or ", pinned));
        }
        if (requireSignature) {
            requireSigned(file, jar);
        }
    }

    private void requireSigned(Path file, PluginJar jar) {
        Set<Certificate> trusted = trusted(jar);
        try (JarFile signed = new JarFile(file.toFile(), true)) {
            for (JarEntry entry : Collections.list(signed.entries())) {
                if (!entry.isDirectory() && !isSignature(entry.getName())) {
                    requireSigned(signed, entry, jar, trusted);
                }
            }
        } catch (SecurityException e) {
            throw untrusted(jar, "its signature is broken: " + e.getMessage());
        } catch (IOException e) {
            throw untrusted(jar, "it cannot be read: " + e.getMessage());
        }
    }

    private static void requireSigned(JarFile file, JarEntry entry, PluginJar jar, Set<Certificate> trusted)
            throws IOException {
        try (InputStream in = file.getInputStream(entry)) {
            // Who signed an entry is known only after its last byte.
            in.transferTo(OutputStream.nullOutputStream());
        }
        CodeSigner[] signers = entry.getCodeSigners();
        if (signers == null) {
            throw untrusted(jar, entry.getName() + " in it is not signed");
        }
        // The signer itself, not those it names as its issuers: nobody has proven that they are.
        boolean known = Arrays.stream(signers)
                .map(signer -> signer.getSignerCertPath().getCertificates().get(0))
                .anyMatch(trusted::contains);
        if (!known) {
            throw untrusted(jar, entry.getName() + " in it is signed, but by nobody in the key store");
        }
    }

    private static boolean isSignature(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.equals(JarFile.MANIFEST_NAME) || upper.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    }

    private Set<Certificate> trusted(PluginJar jar) {
        try {
            KeyStore store = KeyStore.getInstance(Path.of(keyStore).toFile(), password.length == 0 ? null : password);
            Set<Certificate> all = new HashSet<>();
            for (String alias : (List<String>) Collections.list(store.aliases())) {
                all.add(store.getCertificate(alias));
            }
            return all;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw untrusted(
                    jar,
                    "signatures are required, and the key store '" + keyStore + "' cannot be read: " + e.getMessage());
        }
    }

    private static PlatformException untrusted(PluginJar jar, String why) {
        return PlatformException.denied(
                "plugin_untrusted", jar.name() + " " + jar.version() + " is not trusted: " + why + ".");
    }
}
