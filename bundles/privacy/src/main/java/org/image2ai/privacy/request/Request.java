package org.image2ai.privacy.request;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.image2ai.api.AccountId;

/**
 * What stands of a request beside its ledger: nothing that a person said.
 *
 * @param id its identity
 * @param account whose data
 * @param type what is asked
 * @param law whose clock runs
 * @param received when it came
 * @param due until when it must be done
 * @param about the request that this is an appeal of
 * @param exportId the copy that was made
 * @param progress how often it was run and looked at
 */
record Request(
        String id,
        AccountId account,
        RequestType type,
        Law law,
        Instant received,
        Instant due,
        Optional<String> about,
        Optional<String> exportId,
        Progress progress) {
    /**
     * How often it was run and looked at.
     *
     * @param runs how often it was started
     * @param looks how many second looks the last run has had
     * @param ended when every participant had done its part of the last run
     */
    record Progress(int runs, int looks, Optional<Instant> ended) {
        static final Progress NONE = new Progress(0, 0, Optional.empty());
    }

    Request {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(law, "law");
        Objects.requireNonNull(received, "received");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(exportId, "exportId");
        Objects.requireNonNull(progress, "progress");
    }
}
