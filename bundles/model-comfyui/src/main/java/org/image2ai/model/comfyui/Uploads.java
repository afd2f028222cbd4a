package org.image2ai.model.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.image2ai.api.model.RenderInput;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.kit.vendor.Masks;
import org.image2ai.kit.vendor.MultipartBody;
import org.image2ai.kit.vendor.VendorAnswer;
import org.image2ai.kit.vendor.VendorClient;
import org.image2ai.kit.vendor.VendorRequest;

/**
 * Brings the pictures of a rendering to the server, into its folder for temporary files, which it empties when it
 * starts. A file that is there already is never written over: the server gives another name.
 */
final class Uploads {
    private final VendorClient client;
    private final Instant deadline;

    Uploads(VendorClient client, Instant deadline) {
        this.client = client;
        this.deadline = deadline;
    }

    /** What the placeholders of pictures become: {@code image2ai/picture-1.png [temp]}. */
    Map<String, Object> of(RenderRequest request) {
        Map<String, Object> names = new HashMap<>();
        int images = 0;
        for (RenderInput input : request.inputs()) {
            if (input.role() == RenderInput.Role.MASK) {
                names.put("mask", upload(Masks.white(input)));
            } else {
                names.put(Workflow.image(images++), upload(input));
            }
        }
        return names;
    }

    private String upload(RenderInput input) {
        MultipartBody form =
                new MultipartBody().picture("image", input).text("type", "temp").text("subfolder", "image2ai");
        VendorRequest call = VendorRequest.post("/upload/image", form.body()).until(deadline);
        try (VendorAnswer answer = client.send(call)) {
            JsonNode file = answer.json();
            String name = file.path("name").asText();
            if (name.isBlank()) {
                throw answer.failure("took a picture and gave it no name");
            }
            String subfolder = file.path("subfolder").asText();
            String type = file.path("type").asText("input");
            return (subfolder.isEmpty() ? name : subfolder + "/" + name) + " [" + type + "]";
        }
    }
}
