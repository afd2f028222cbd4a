package org.image2ai.kit.vendor;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.image2ai.api.egress.EgressRequest;
import org.image2ai.api.model.RenderInput;
import org.junit.Test;

public class BodiesTest {
    private static RenderInput input(byte[] bytes) {
        return new RenderInput(
                RenderInput.Role.IMAGE, "image/png", 1, 1, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private static byte[] noise(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(bytes).nextBytes(noise);
        return noise;
    }

    private static byte[] read(EgressRequest.Body body) throws IOException {
        try (InputStream in = body.content().get()) {
            byte[] all = in.readAllBytes();
            assertEquals("its length was told", body.bytes(), all.length);
            return all;
        }
    }

    @Test
    public void jsonHoldsPicturesOfAnyLength() throws IOException {
        for (int length : new int[] {1, 2, 3, 12_287, 12_288, 12_289, 100_001}) {
            byte[] picture = noise(length);
            ObjectNode tree = JsonNodeFactory.instance.objectNode().put("prompt", "a \"fox\"\n");
            ArrayNode images = tree.putArray("images");
            images.add(JsonBody.base64(input(picture))).add(JsonBody.dataUrl(input(picture)));
            tree.putObject("more").put("n", 2).put("flag", true).putNull("none");
            EgressRequest.Body body = JsonBody.of(tree);
            JsonNode got = new ObjectMapper().readTree(read(body));
            assertArrayEquals(
                    picture, Base64.getDecoder().decode(got.at("/images/0").asText()));
            assertTrue(got.at("/images/1").asText().startsWith("data:image/png;base64,"));
            assertEquals("a \"fox\"\n", got.at("/prompt").asText());
            assertEquals(2, got.at("/more/n").asInt());
            assertArrayEquals("it can be sent again", read(body), read(body));
        }
    }

    @Test
    public void multipartHoldsTextsAndPictures() throws IOException {
        EgressRequest.Body body = new MultipartBody()
                .text("prompt", "a fox, größer")
                .text("n", 2)
                .picture("image[]", input("PNG!".getBytes(StandardCharsets.UTF_8)))
                .body();
        String boundary = body.mediaType().substring("multipart/form-data; boundary=".length());
        String expected = "--B\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\na fox, größer\r\n"
                + "--B\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\n2\r\n"
                + "--B\r\nContent-Disposition: form-data; name=\"image[]\"; filename=\"picture-1.png\"\r\n"
                + "Content-Type: image/png\r\n\r\nPNG!\r\n--B--\r\n";
        assertEquals(expected.replace("--B", "--" + boundary), new String(read(body), StandardCharsets.UTF_8));
    }
}
