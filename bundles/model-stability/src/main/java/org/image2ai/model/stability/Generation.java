package org.image2ai.model.stability;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderSession;
import org.image2ai.kit.vendor.Poll;
import org.image2ai.kit.vendor.VendorAnswer;
import org.image2ai.kit.vendor.VendorClient;
import org.image2ai.kit.vendor.VendorRequest;

/**
 * A generation that Stability AI makes by itself and keeps for 24 hours: its id is saved before it is waited for, so
 * that a restart goes on waiting and does not pay again. It cannot be cancelled there.
 */
final class Generation {
    private static final String RESULTS = "/v2beta/results/";
    private static final String ID = "[A-Za-z0-9_-]{1,128}";
    private static final int IN_PROGRESS = 202;

    private final VendorClient client;
    private final RenderRequest request;
    private final RenderSession session;
    private final Duration pause;

    /** @param pause between two looks; more than one look every ten seconds is refused */
    Generation(VendorClient client, RenderRequest request, RenderSession session, Duration pause) {
        this.client = client;
        this.request = request;
        this.session = session;
        this.pause = pause;
    }

    /** What to do with the answer that has the picture. */
    interface Finished<T> {
        T take(VendorAnswer answer);
    }

    /**
     * Starts it, or goes on with the one that was started before, and waits for its end.
     *
     * @param start used where there is none yet
     * @param timeout how long one may take
     */
    <T> T await(VendorRequest start, Duration timeout, Finished<T> finished) {
        String id = session.checkpoint().filter(saved -> saved.matches(ID)).orElseGet(() -> start(start));
        session.progress(0.2, "upscaling");
        Instant end = Instant.now().plus(timeout);
        Instant deadline = request.context().deadline();
        Poll poll = new Poll(session, end.isBefore(deadline) ? end : deadline, pause, pause);
        return poll.until(client.vendor(), () -> look(id, finished));
    }

    private String start(VendorRequest start) {
        try (VendorAnswer answer = client.send(start)) {
            JsonNode id = answer.json().path("id");
            if (!id.asText().matches(ID)) {
                throw answer.failure("started something without an id");
            }
            session.checkpoint(id.asText());
            return id.asText();
        }
    }

    private <T> Optional<T> look(String id, Finished<T> finished) {
        VendorRequest look =
                VendorRequest.get(RESULTS + id).header("Accept", "*/*").within(request.context());
        try (VendorAnswer answer = client.send(look)) {
            return answer.status() == IN_PROGRESS ? Optional.empty() : Optional.of(finished.take(answer));
        }
    }
}
