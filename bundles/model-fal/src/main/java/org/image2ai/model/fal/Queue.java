package org.image2ai.model.fal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderSession;
import org.image2ai.kit.vendor.Poll;
import org.image2ai.kit.vendor.VendorAnswer;
import org.image2ai.kit.vendor.VendorClient;
import org.image2ai.kit.vendor.VendorRequest;

/**
 * fal's <a href="https://fal.ai/docs/api-reference/inference-api">queue</a>. It names addresses for what follows; they
 * are made here instead, so that no answer tells where the key goes.
 */
final class Queue {
    private static final Set<String> NOT_DONE = Set.of("IN_QUEUE", "IN_PROGRESS");
    private static final Duration LAST_WORD = Duration.ofSeconds(5);

    /** fal keeps nothing of the request beyond an hour, and no picture for longer than two. */
    private static final String EXPIRY = "{\"expiration_duration_seconds\": 7200}";

    private final VendorClient client;
    private final Duration first;
    private final Duration longest;

    /**
     * @param first how long is waited at first between two looks
     * @param longest and how long at last
     */
    Queue(VendorClient client, Duration first, Duration longest) {
        this.client = client;
        this.first = first;
        this.longest = longest;
    }

    /** @param patience when it has not begun by then it need not begin any more */
    Ticket submit(ModelCall call, Endpoint endpoint, RenderRequest request, Duration patience) {
        VendorRequest post = VendorRequest.post("/" + endpoint.id(), call.body())
                .header("X-Fal-Store-IO", "0")
                .header("X-Fal-Object-Lifecycle-Preference", EXPIRY)
                .header("X-Fal-Request-Timeout", Long.toString(Math.max(1, patience.toSeconds())))
                .within(request.context());
        try (VendorAnswer answer = client.send(post)) {
            return Ticket.of(endpoint.id(), answer.json().path("request_id").asText())
                    .orElseThrow(() -> answer.failure("queued something without an id"));
        }
    }

    /** Waits until it has ended, well or not. */
    void await(Endpoint endpoint, Ticket ticket, RenderSession session, Instant deadline) {
        VendorRequest look =
                VendorRequest.get(path(endpoint, ticket) + "/status").until(deadline);
        new Poll(session, deadline, first, longest).until(client.vendor(), () -> {
            try (VendorAnswer answer = client.send(look)) {
                JsonNode status = answer.json();
                String word = status.path("status").asText();
                if (word.isEmpty()) {
                    throw answer.failure("did not say how far it is");
                }
                tell(status, session);
                return NOT_DONE.contains(word) ? Optional.empty() : Optional.of(word);
            }
        });
    }

    private static void tell(JsonNode status, RenderSession session) {
        switch (status.path("status").asText()) {
            case "IN_QUEUE" ->
                session.progress(
                        0.1, "waiting behind " + status.path("queue_position").asInt());
            case "IN_PROGRESS" -> session.progress(0.3, "at work");
            default -> session.progress(0.9, "fetching");
        }
    }

    /** What came of it; a failure of the model is a refusal here. */
    JsonNode result(Endpoint endpoint, Ticket ticket, Instant deadline) {
        return client.json(VendorRequest.get(path(endpoint, ticket)).until(deadline));
    }

    /** A waiting request is taken out, a running one is told to stop. */
    void cancel(Endpoint endpoint, Ticket ticket) {
        Instant end = Instant.now().plus(LAST_WORD);
        client.send(VendorRequest.bare("PUT", path(endpoint, ticket) + "/cancel")
                        .until(end))
                .close();
    }

    private static String path(Endpoint endpoint, Ticket ticket) {
        return "/" + endpoint.app() + "/requests/" + ticket.id();
    }
}
