package org.image2ai.privacy.export;

import java.util.List;

/**
 * Hears how copies end. Called on the worker's thread, again after a restart and after what it threw, until it returns:
 * hearing something twice must be the same as once.
 */
public interface ExportListener {
    /**
     * A copy is ready.
     *
     * @param request for which request
     * @param exportId its identity
     * @param gaps what is missing in it: {@code bundle/holding name: reason}, a hundred at most; a whole bundle that could
     *     not be asked stands first as {@code bundle: reason}
     */
    void ended(String request, String exportId, List<String> gaps);

    /** A copy could not be made. */
    void failed(String request, String exportId, String reason);
}
