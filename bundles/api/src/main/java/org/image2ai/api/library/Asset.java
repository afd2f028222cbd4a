package org.image2ai.api.library;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.AssetId;

/**
 * A picture in someone's library.
 *
 * @param id its identity
 * @param owner whose
 * @param origin how it came
 * @param mediaType {@code image/png}, {@code image/jpeg} or {@code image/webp}
 * @param width in pixels, upright
 * @param height in pixels, upright
 * @param bytes length of the file
 * @param sha256 of the file, lower-case hexadecimal
 * @param created when
 * @param lineage what it was made of; empty for uploads
 */
public record Asset(
        AssetId id,
        AccountId owner,
        Origin origin,
        String mediaType,
        int width,
        int height,
        long bytes,
        String sha256,
        Instant created,
        Optional<Lineage> lineage) {
    /** How an asset came. */
    public enum Origin {
        /** The person sent it. */
        UPLOAD,
        /** A job made it. */
        RESULT
    }

    public Asset {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(lineage, "lineage");
    }
}
