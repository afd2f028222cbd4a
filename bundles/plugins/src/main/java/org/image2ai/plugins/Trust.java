package org.image2ai.plugins;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.image2ai.api.PlatformException;

/** Whether the operator lets a plugin in. */
final class Trust {
    private static final String META = "META-INF/";

    private final boolean required;
    private final String keyStore;
    private final Map<String, String> pins = new HashMap<>();

    Trust(PluginsConfig config) {
        required = config.requireSignature();
        keyStore = config.keyStore().strip();
        for (String pin : config.pins().split(",")) {
            String[] parts = pin.strip().split("=", 2);
            if (parts.length == 2) {
                pins.put(parts[0].strip(), parts[1].strip().toLowerCase(Locale.ROOT));
            } else if (!pin.isBlank()) {
                throw new IllegalArgumentException("pins needs symbolicName=sha256, not " + pin.strip());
            }
        }
        if (required && keyStore.isEmpty()) {
            throw new IllegalArgumentException("requireSignature needs a keyStore");
        }
    }

    /** @throws PlatformException DENIED {@code digest_not_pinned}, {@code not_signed} or {@code not_trusted} */
    void check(PluginJar jar, Path file) {
        String pinned = pins.get(jar.name());
        if (pinned != null && !pinned.equals(jar.sha256())) {
            throw PlatformException.denied(
                    "digest_not_pinned", jar.name() + " has the SHA-256 " + jar.sha256() + "; " + pinned + " is pinned.");
        }
        if (required) {
            signed(jar, file);
        }
    }

    private void signed(PluginJar jar, Path file) {
        Set<Certificate> trusted = trusted();
        try (JarFile open = new JarFile(file.toFile(), true)) {
            for (Enumeration<JarEntry> all = open.entries(); all.hasMoreElements(); ) {
                JarEntry entry = all.nextElement();
                if (entry.isDirectory() || isSignature(entry.getName())) {
                    continue;
                }
                try (InputStream in = open.getInputStream(entry)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
                CodeSigner[] signers = entry.getCodeSigners();
                if (signers == null) {
                    throw PlatformException.denied("not_signed", jar.name() + " is not signed: " + entry.getName());
                }
                if (Arrays.stream(signers).noneMatch(signer -> isTrusted(signer, trusted))) {
                    throw PlatformException.denied(
                            "not_trusted", jar.name() + " is signed by nobody in " + keyStore + ".");
                }
            }
        } catch (IOException | SecurityException e) {
            throw PlatformException.denied("not_signed", jar.name() + " has a signature that does not fit it.")
                    .causedBy(e);
        }
    }

    private static boolean isTrusted(CodeSigner signer, Set<Certificate> trusted) {
        return signer.getSignerCertPath().getCertificates().stream().anyMatch(trusted::contains);
    }

    /** What a signature consists of is not signed itself. */
    private static boolean isSignature(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith(META)
                && upper.indexOf('/', META.length()) < 0
                && (upper.equals(JarFile.MANIFEST_NAME)
                        || upper.endsWith(".SF")
                        || upper.endsWith(".RSA")
                        || upper.endsWith(".DSA")
                        || upper.endsWith(".EC"));
    }

    private Set<Certificate> trusted() {
        try {
            // Certificates are no secrets: they are read without the password that guards the integrity of the file.
            KeyStore store = KeyStore.getInstance(new File(keyStore), (char[]) null);
            Set<Certificate> trusted = new HashSet<>();
            for (Enumeration<String> names = store.aliases(); names.hasMoreElements(); ) {
                trusted.add(store.getCertificate(names.nextElement()));
            }
            trusted.remove(null);
            return trusted;
        } catch (GeneralSecurityException | IOException e) {
            throw PlatformException.internal("key_store", "The key store " + keyStore + " cannot be read.", e);
        }
    }
}
