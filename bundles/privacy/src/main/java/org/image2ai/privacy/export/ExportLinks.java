package org.image2ai.privacy.export;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.KeyFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Links that carry their own permission: which copy, whose, until when, and a signature over all three (HMAC-SHA256). A
 * link ends with the copy that it leads to, whatever it says itself.
 */
@Component(service = ExportLinks.class, configurationPid = "org.image2ai.privacy.export")
public final class ExportLinks {
    static final String ADDRESS = "/api/v1/privacy/downloads";

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;
    private final Duration longest;
    private final Clock clock;

    @Activate
    public ExportLinks(ExportConfig config) {
        this(config, KeyFile.named("privacy-exports"), Clock.systemUTC());
    }

    ExportLinks(ExportConfig config, byte[] key, Clock clock) {
        this.key = new SecretKeySpec(key, HMAC);
        this.longest = Duration.ofHours(config.linkHours());
        this.clock = clock;
    }

    /**
     * A link.
     *
     * @param path with its signature
     * @param expires when it ends
     */
    record Made(String path, Instant expires) {}

    /** A link to a copy that is ready. */
    Made make(Export export) {
        Instant end = clock.instant().plus(longest);
        Instant over = export.expires().orElseThrow();
        long at = (over.isBefore(end) ? over : end).getEpochSecond();
        return new Made(
                ADDRESS + "/" + export.id() + "?expires=" + at + "&signature=" + signature(export, at),
                Instant.ofEpochSecond(at));
    }

    /** Minutes for which a link works. */
    long minutes(Made link) {
        return Math.max(1, Duration.between(clock.instant(), link.expires()).toMinutes());
    }

    /** @throws PlatformException DENIED when the link is not one of ours, or is over */
    void check(Export export, long expires, String signature) {
        byte[] good = signature(export, expires).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(good, signature.getBytes(StandardCharsets.US_ASCII))) {
            throw PlatformException.denied("invalid_signature", "The signature of this link is not good.")
                    .withField("signature");
        }
        if (clock.instant().getEpochSecond() >= expires) {
            throw PlatformException.denied("link_expired", "This link is over; ask for a new one.")
                    .withField("expires");
        }
    }

    private String signature(Export export, long expires) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            String signed = export.id() + "\n" + export.subject() + "\n" + expires;
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}
