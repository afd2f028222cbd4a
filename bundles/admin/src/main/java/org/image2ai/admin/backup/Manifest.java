package org.image2ai.admin.backup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a backup says of itself.
 *
 * @param format the version of the format; a server refuses what is newer than its own
 * @param version of the server that made it
 * @param created when, ISO 8601
 * @param database its rows
 * @param store its blobs
 * @param sums what proves it
 * @param note how rows and blobs hang together
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Manifest(int format, String version, String created, Rows database, Blobs store, Sums sums, String note) {
    static final int FORMAT = 1;
    static final String NAME = "manifest.json";
    static final String SUMS = "SHA256SUMS";
    static final String NOTE = "The tables are of one instant. The blobs were copied after it: a blob is written before"
            + " its row and removed after it, so only what was deleted meanwhile can be missing, and a blob without a"
            + " row is removed by the sweep.";

    /**
     * The rows.
     *
     * @param changeSets of the database
     * @param tables how many by table
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Rows(List<String> changeSets, Map<String, Long> tables) {
        Rows {
            changeSets = List.copyOf(changeSets);
            tables = Collections.unmodifiableMap(new TreeMap<>(tables));
        }
    }

    /**
     * The blobs.
     *
     * @param count how many
     * @param bytes their length together
     * @param gone how many were deleted while the backup was made
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Blobs(long count, long bytes, long gone) {}

    /**
     * The checksums.
     *
     * @param entries how many there are in {@code SHA256SUMS}
     * @param sha256 of {@code SHA256SUMS}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Sums(long entries, String sha256) {}

    Manifest {
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(sums, "sums");
    }

    Map<String, Long> tables() {
        return database.tables();
    }
}
