package org.image2ai.library;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.image2ai.api.AssetId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.library.AssetLink;
import org.image2ai.kit.KeyFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Links that carry their own permission: which file, until when, and a signature over both (HMAC-SHA256). */
@Component(service = Links.class)
public final class Links {
    static final String ADDRESS = "/api/v1/files";

    private static final Duration LONGEST = Duration.ofDays(7);
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;
    private final Clock clock;

    @Activate
    public Links() {
        this(Path.of(System.getProperty("karaf.data", "data"), "keys", "links.key"), Clock.systemUTC());
    }

    Links(Path file, Clock clock) {
        this.key = new SecretKeySpec(KeyFile.at(file), HMAC);
        this.clock = clock;
    }

    AssetLink make(AssetId asset, Duration life) {
        if (life.isNegative() || life.isZero() || life.compareTo(LONGEST) > 0) {
            throw PlatformException.invalid("invalid_seconds", "A link lives 1 to " + LONGEST.toSeconds() + " seconds.")
                    .withField("seconds");
        }
        Instant expires = Instant.ofEpochSecond(clock.instant().plus(life).getEpochSecond());
        long at = expires.getEpochSecond();
        return new AssetLink(ADDRESS + "/" + asset + "?expires=" + at + "&signature=" + signature(asset, at), expires);
    }

    /** @throws PlatformException DENIED when the link is not one of ours, or is over */
    void check(AssetId asset, long expires, String signature) {
        byte[] good = signature(asset, expires).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(good, signature.getBytes(StandardCharsets.US_ASCII))) {
            throw PlatformException.denied("invalid_signature", "The signature of this link is not good.")
                    .withField("signature");
        }
        if (clock.instant().getEpochSecond() >= expires) {
            throw PlatformException.denied("link_expired", "This link is over; ask for a new one.")
                    .withField("expires");
        }
    }

    private String signature(AssetId asset, long expires) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] sum = mac.doFinal((asset + "\n" + expires).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}
