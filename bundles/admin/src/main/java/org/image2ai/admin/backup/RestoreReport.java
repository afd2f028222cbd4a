package org.image2ai.admin.backup;

import java.util.List;

/**
 * What a restore did.
 *
 * @param file from where
 * @param created when the backup was made, ISO 8601
 * @param tables how many tables were filled
 * @param rows with how many rows
 * @param leftAlone tables that the backup does not know
 * @param blobs how many blobs were not there, or were others, and were put back
 * @param next what is to be done now
 */
public record RestoreReport(
        String file, String created, int tables, long rows, List<String> leftAlone, long blobs, String next) {
    RestoreReport withBlobs(long count, String then) {
        return new RestoreReport(file, created, tables, rows, leftAlone, count, then);
    }
}
