package org.image2ai.model.comfyui;

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
import org.image2ai.kit.vendor.Refusal;
import org.image2ai.kit.vendor.VendorAnswer;
import org.image2ai.kit.vendor.VendorClient;
import org.image2ai.kit.vendor.VendorRequest;

/**
 * The prompts of this account in the queue of its server, by ComfyUI's <a
 * href="https://docs.comfy.org/development/comfyui-server/comms_routes">routes</a>. How far one is would come by a
 * websocket, which does not go through the egress; so the queue and the history are looked at.
 */
final class Prompts {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration LAST_WORD = Duration.ofSeconds(5);
    /** A prompt that is to go may begin to run between two looks. */
    private static final int LOOKS = 3;
    /** A queue holds whole workflows, pasted pictures included. */
    private static final long QUEUE_BYTES = 256L << 20;

    private final VendorClient client;
    private final String clientId;

    /** @param clientId what the server knows us by */
    Prompts(VendorClient client, String clientId) {
        this.client = client;
        this.clientId = clientId;
    }

    /**
     * Queues a workflow.
     *
     * @param id what we would have it be called; older servers give it another
     * @return what it is called
     * @throws PlatformException INVALID for a workflow that the server does not take, be it only one branch of it
     */
    String submit(String id, JsonNode nodes, Instant deadline) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.set("prompt", nodes);
        tree.put("client_id", clientId).put("prompt_id", id);
        VendorRequest call = VendorRequest.post("/prompt", JsonBody.of(tree)).until(deadline);
        try (VendorAnswer answer = client.send(call)) {
            JsonNode body = answer.json();
            String given = body.path("prompt_id").asText();
            if (Ticket.of(given + " 0").isEmpty()) {
                throw answer.failure("answered without the id of a prompt");
            }
            if (!body.path("node_errors").isEmpty()) {
                withdraw(given);
                throw client.error(answer.refusal(body));
            }
            return given;
        }
    }

    /** Whether the server has it waiting, at work or ended well. */
    boolean has(String id, Instant deadline) {
        return place(id, deadline).state() != Place.State.ABSENT
                || ending(id, deadline).filter(Ending::isSuccess).isPresent();
    }

    /** Waits for its end. @throws PlatformException UPSTREAM {@code vendor_gone} when the server lost it */
    Ending await(String id, RenderSession session, Instant deadline) {
        return new Poll(session, deadline, FIRST, LONGEST)
                .until(client.vendor(), () -> ending(id, deadline).or(() -> {
                    Place place = place(id, deadline);
                    switch (place.state()) {
                        case RUNNING -> session.progress(0.3, "at work");
                        case PENDING -> session.progress(0.1, "waiting behind " + place.before());
                        // It may have ended between the two looks.
                        case ABSENT -> {
                            return Optional.of(ending(id, deadline).orElseThrow(() -> lost(id)));
                        }
                    }
                    return Optional.empty();
                }));
    }

    private PlatformException lost(String id) {
        JsonNode nothing = JsonNodeFactory.instance.objectNode();
        return new Refusal(client.vendor(), 200, header -> Optional.empty(), nothing, Optional.of(id)).gone();
    }

    private Optional<Ending> ending(String id, Instant deadline) {
        JsonNode entry =
                client.json(VendorRequest.get("/history/" + id).until(deadline)).path(id);
        return entry.isObject() ? Optional.of(new Ending(id, entry)) : Optional.empty();
    }

    private Place place(String id, Instant deadline) {
        VendorRequest call = VendorRequest.get("/queue").until(deadline).upTo(QUEUE_BYTES);
        try (VendorAnswer answer = client.send(call)) {
            return QueueReader.place(answer, id);
        }
    }

    /**
     * Takes a prompt of ours back, and nobody else's: a waiting one out of the queue; a running one is interrupted,
     * which older servers do to whatever runs at that moment.
     */
    void withdraw(String id) {
        Instant end = Instant.now().plus(LAST_WORD);
        ObjectNode ours = JsonNodeFactory.instance.objectNode();
        for (int look = 0; look < LOOKS; look++) {
            switch (place(id, end).state()) {
                case RUNNING -> {
                    post("/interrupt", ours.put("prompt_id", id), end);
                    return;
                }
                case PENDING -> post("/queue", deletion(id), end);
                case ABSENT -> {
                    return;
                }
            }
        }
    }

    /** Takes a prompt that ended out of the history, where its words are. */
    void forget(String id) {
        post("/history", deletion(id), Instant.now().plus(LAST_WORD));
    }

    private static ObjectNode deletion(String id) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.putArray("delete").add(id);
        return tree;
    }

    /** These answer with nothing. */
    private void post(String path, JsonNode tree, Instant end) {
        client.send(VendorRequest.post(path, JsonBody.of(tree)).until(end)).close();
    }
}
