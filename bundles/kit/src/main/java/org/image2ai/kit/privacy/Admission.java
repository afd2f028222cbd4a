package org.image2ai.kit.privacy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Capability;

/**
 * Whether a bundle may have people's data. It is told from the bundle alone, so it holds from the first moment of a boot,
 * whatever starts first. Bundles of the distribution were looked at when it was built; those of others must declare what
 * they hold and send, or why they do neither.
 */
public final class Admission {
    private static final Pattern MAVEN =
            Pattern.compile("(?:.*[:!])?mvn:(?:[^!]*!)?([\\w.-]+)/([\\w.-]+)/([\\w.-]+)(?:[/$].*)?");

    private Admission() {}

    /** Whether a bundle came with the distribution: then it lies in its {@code system} folder. */
    public static boolean isOurs(Bundle bundle) {
        if (bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
            return true;
        }
        Matcher maven = MAVEN.matcher(bundle.getLocation());
        String home = System.getProperty("karaf.home", "");
        return maven.matches()
                && !home.isEmpty()
                && Files.isDirectory(
                        Path.of(home, "system", maven.group(1).replace('.', '/'), maven.group(2), maven.group(3)));
    }

    /** Why a bundle is not admitted; empty when it is. */
    public static Optional<String> refusal(Bundle bundle) {
        try {
            Optional<byte[]> file = Declarations.file(bundle);
            if (file.isEmpty()) {
                return isOurs(bundle) ? Optional.empty() : Optional.of("it has no " + PrivacyDeclaration.FILE);
            }
            Declarations.of(bundle);
            return digest(bundle).equals(Optional.of(digest(file.get())))
                    ? Optional.empty()
                    : Optional.of("its capability " + PrivacyDeclaration.CAPABILITY
                            + " does not have the digest of its declaration");
        } catch (PlatformException e) {
            return Optional.of(e.getMessage());
        }
    }

    /**
     * What an admitted bundle declares; empty for one of the distribution that has nothing to declare.
     *
     * @throws PlatformException DENIED {@code not_admitted}
     */
    public static Optional<PrivacyDeclaration> require(Bundle bundle) {
        refusal(bundle).ifPresent(why -> {
            throw PlatformException.denied("not_admitted", bundle.getSymbolicName() + " is not admitted: " + why + ".");
        });
        return Declarations.of(bundle);
    }

    private static Optional<String> digest(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision == null
                ? Optional.empty()
                : revision.getCapabilities(PrivacyDeclaration.CAPABILITY).stream()
                        .map(Capability::getAttributes)
                        .map(attributes -> String.valueOf(attributes.get("digest")))
                        .findFirst();
    }

    /** The SHA-256 of a declaration's file, in hexadecimal. */
    public static String digest(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
