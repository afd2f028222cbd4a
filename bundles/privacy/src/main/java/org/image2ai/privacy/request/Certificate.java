package org.image2ai.privacy.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The proof of a request, as it stands at a moment. It is made anew each time, so what ends later amends it.
 *
 * @param format what this is
 * @param request of which request
 * @param subject whose data; the account's id is all that is left of the account
 * @param type what was asked
 * @param law whose clock ran
 * @param state how far it is; only COMPLETE says that a second look found nothing
 * @param received when it came
 * @param due until when it had to be done
 * @param issued when this was made
 * @param planDigest SHA-256 of the plan that was confirmed
 * @param outcomes counts by holding
 * @param items item by item what is kept, failed, or outside; so many at most
 * @param itemsLeftOut how many more there are
 * @param external copies outside, each to its end
 * @param looks second looks
 * @param custodyLooked whether the platform looked past the participants
 * @param chain the evidence
 */
public record Certificate(
        String format,
        String request,
        String subject,
        String type,
        String law,
        RequestState state,
        Instant received,
        Instant due,
        Instant issued,
        Optional<String> planDigest,
        List<RequestView.Participant> outcomes,
        List<Item> items,
        long itemsLeftOut,
        List<ExternalTask> external,
        List<RequestView.Happening> looks,
        boolean custodyLooked,
        Ledger.Verification chain) {
    /** What it calls itself. */
    static final String FORMAT = "image2ai-privacy-certificate/1";

    /** One item that is not simply gone. */
    public record Item(String bundle, String holding, String key, String status, String reason, String until) {}
}
