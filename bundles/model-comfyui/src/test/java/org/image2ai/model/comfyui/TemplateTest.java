package org.image2ai.model.comfyui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.Test;

public class TemplateTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Template template(String json) throws IOException {
        return new Template((ObjectNode) JSON.readTree(json));
    }

    @Test
    public void aTextThatIsAPlaceholderBecomesTheValueWithItsType() throws IOException {
        Template template = template("{\"1\": {\"seed\": \"${seed}\", \"cfg\": \"${guidance}\", \"on\": \"${on}\","
                + " \"size\": [\"${width}\", 7]}}");
        assertEquals(Set.of("seed", "guidance", "on", "width"), template.placeholders());
        JsonNode filled =
                template.fill(Map.of("seed", 9_007_199_254_740_991L, "guidance", 7.5, "on", true, "width", 64));
        assertEquals(
                JSON.readTree("{\"1\": {\"seed\": 9007199254740991, \"cfg\": 7.5, \"on\": true, \"size\": [64, 7]}}"),
                JSON.readTree(filled.toString()));
    }

    @Test
    public void wordsStandWithinALongerText() throws IOException {
        Template template = template("{\"1\": {\"text\": \"${prompt}, at ${steps} steps, $5 {x}\"}}");
        assertEquals(
                "a $1 \\ fox, at 3 steps, $5 {x}",
                template.fill(Map.of("prompt", "a $1 \\ fox", "steps", 3L))
                        .at("/1/text")
                        .asText());
    }

    @Test
    public void nobodysWordsBecomeAPartOfTheWorkflow() throws IOException {
        Template template = template("{\"1\": {\"text\": \"${prompt}\", \"seed\": \"${seed}\"}}");
        String words = "\"}, \"2\": {\"class_type\": \"Evil\"} ${seed}";
        JsonNode filled = template.fill(Map.of("prompt", words, "seed", 1L));
        assertEquals(1, filled.size());
        assertEquals(words, filled.at("/1/text").asText());
        assertTrue(filled.at("/1/seed").isIntegralNumber());
    }
}
