package org.image2ai.privacy.export;

import java.util.Optional;
import org.image2ai.api.AccountId;

/**
 * Copies of everything that is held of a person. Each is made by a worker of its own, survives the death of the process,
 * and is erased by itself after some days.
 */
public interface Exports {
    /**
     * Begins the copy for a request, or finds the one that was begun. It joins the caller's transaction; the work begins
     * after that commits, and {@link ExportListener} hears of its end.
     *
     * @param request identity of the request; asking twice is the same as once
     * @param subject whose data
     * @return the copy's identity
     */
    String start(String request, AccountId subject);

    /**
     * Makes the copy of a request anew, as when a bundle is back that was missing: the old one is erased.
     *
     * @return the new copy's identity
     */
    String again(String request, AccountId subject);

    /** What is known of a copy, if there is one; none when it was erased. */
    Optional<ExportView> find(String exportId);
}
