package org.image2ai.model.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.RenderInput;
import org.image2ai.kit.vendor.JsonBody;
import org.image2ai.kit.vendor.MultipartBody;
import org.image2ai.kit.vendor.VendorAnswer;
import org.image2ai.kit.vendor.VendorClient;
import org.image2ai.kit.vendor.VendorRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the pictures of a rendering to Replicate. A small one goes within the request; another becomes a file there
 * ({@code POST /v1/files}: {@code {"id", "urls": {"get"}}}), which Replicate forgets after a day and we take away as
 * soon as the model has done with it.
 */
final class Files {
    private static final Logger LOG = LoggerFactory.getLogger(Files.class);
    private static final String PATH = "/v1/files";
    /** Up to here the reference wants a data URL. */
    private static final long SMALL = 256 << 10;

    private final VendorClient client;
    private final Instant deadline;
    private final List<String> ids = new ArrayList<>();

    Files(VendorClient client, Instant deadline) {
        this.client = client;
        this.deadline = deadline;
    }

    /** The files that were brought so far. */
    List<String> ids() {
        return ids;
    }

    /** A picture as a model's input. */
    JsonNode bring(RenderInput input) {
        return input.bytes() <= SMALL ? JsonBody.dataUrl(input) : TextNode.valueOf(upload(input));
    }

    private String upload(RenderInput input) {
        MultipartBody form = new MultipartBody().picture("content", input);
        try (VendorAnswer answer =
                client.send(VendorRequest.post(PATH, form.body()).until(deadline))) {
            JsonNode file = answer.json();
            String id = file.path("id").asText();
            String address = file.at("/urls/get").asText();
            if (!id.matches(Ticket.ID) || address.isBlank()) {
                throw answer.failure("took a picture and did not say where it is");
            }
            ids.add(id);
            return address;
        }
    }

    /** Takes files away; one that stays is gone in a day. */
    static void remove(VendorClient client, List<String> ids) {
        Instant end = Instant.now().plus(Predictions.LAST_WORD);
        for (String id : ids) {
            try {
                client.send(VendorRequest.bare("DELETE", PATH + "/" + id).until(end))
                        .close();
            } catch (PlatformException e) {
                LOG.debug("A file stays at {}: {}", client.vendor(), e.getMessage());
            }
        }
    }
}
