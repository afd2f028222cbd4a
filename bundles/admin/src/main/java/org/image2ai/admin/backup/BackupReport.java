package org.image2ai.admin.backup;

import java.nio.file.Path;

/**
 * What a backup holds, or what came out of it.
 *
 * @param file the file
 * @param bytes its length
 * @param created when it was made, ISO 8601
 * @param tables how many tables
 * @param rows how many rows they have together
 * @param blobs how many blobs
 * @param blobsGone how many were deleted while the backup was made
 */
public record BackupReport(String file, long bytes, String created, int tables, long rows, long blobs, long blobsGone) {
    static BackupReport of(Path file, long bytes, Manifest manifest) {
        long rows =
                manifest.tables().values().stream().mapToLong(Long::longValue).sum();
        return new BackupReport(
                file.toString(),
                bytes,
                manifest.created(),
                manifest.tables().size(),
                rows,
                manifest.store().count(),
                manifest.store().gone());
    }

    String inWords() {
        String gone = blobsGone == 0 ? "" : " (" + blobsGone + " more were deleted meanwhile)";
        return file + ": " + tables + " tables with " + rows + " rows, " + blobs + " blobs" + gone + ", " + bytes
                + " bytes, of " + created;
    }
}
