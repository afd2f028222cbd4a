package org.image2ai.model.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.RenderSession;
import org.image2ai.kit.vendor.JsonBody;
import org.image2ai.kit.vendor.Poll;
import org.image2ai.kit.vendor.VendorAnswer;
import org.image2ai.kit.vendor.VendorClient;
import org.image2ai.kit.vendor.VendorRequest;

/**
 * The runs of this account's models, by Replicate's <a href="https://replicate.com/docs/reference/http">HTTP API</a>:
 * {@code POST /v1/models/{owner}/{name}/predictions} for official models and {@code POST /v1/predictions} for a version
 * of another, {@code GET /v1/predictions/{id}} and {@code POST /v1/predictions/{id}/cancel}.
 */
final class Predictions {
    private static final String PATH = "/v1/predictions";
    private static final Duration LONGEST = Duration.ofSeconds(3);
    static final Duration LAST_WORD = Duration.ofSeconds(5);
    /** So long after the end of our own patience Replicate cancels by itself, should we be gone by then. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final VendorClient client;
    private final Duration pause;

    /** @param pause before the second look */
    Predictions(VendorClient client, Duration pause) {
        this.client = client;
        this.pause = pause;
    }

    /** Starts a run. @return its id */
    String start(ReplicateModel model, ObjectNode input, Instant deadline) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        model.version().ifPresent(version -> tree.put("version", version));
        tree.set("input", input);
        String path = model.version().isPresent() ? PATH : "/v1/models/" + model.path() + "/predictions";
        VendorRequest call = VendorRequest.post(path, JsonBody.of(tree))
                .header(
                        "Cancel-After",
                        Duration.between(Instant.now(), deadline).plus(GRACE).toSeconds() + "s")
                .until(deadline);
        try (VendorAnswer answer = client.send(call)) {
            JsonNode id = answer.json().path("id");
            if (!id.asText().matches(Ticket.ID)) {
                throw answer.failure("started something without an id");
            }
            return id.asText();
        }
    }

    /** How far a run is; empty when Replicate has none of that id. */
    Optional<Prediction> find(String id, Instant deadline) {
        try {
            return Optional.of(look(id, deadline));
        } catch (PlatformException e) {
            if (e.code().equals("vendor_gone")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Prediction look(String id, Instant deadline) {
        return new Prediction(id, client.json(VendorRequest.get(PATH + "/" + id).until(deadline)));
    }

    /** Waits for its end, whatever that is. */
    Prediction await(String id, RenderSession session, Instant deadline) {
        return new Poll(session, deadline, pause, LONGEST).until(client.vendor(), () -> {
            Prediction prediction = look(id, deadline);
            if (!prediction.isEnded()) {
                session.progress(
                        prediction.isRunning() ? 0.3 : 0.1, prediction.isRunning() ? "at work" : "waiting to start");
            }
            return Optional.of(prediction).filter(Prediction::isEnded);
        });
    }

    /** Ends a run, which costs no more then. */
    void cancel(String id) {
        VendorRequest call = VendorRequest.bare("POST", PATH + "/" + id + "/cancel")
                .until(Instant.now().plus(LAST_WORD));
        client.send(call).close();
    }
}
