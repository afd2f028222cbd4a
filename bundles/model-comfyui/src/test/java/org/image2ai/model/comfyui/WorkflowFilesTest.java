package org.image2ai.model.comfyui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.ParameterSpec;
import org.image2ai.api.model.SizeLimits;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class WorkflowFilesTest {
    private static final String NODES = "{\"1\": {\"class_type\": \"A\", \"inputs\": {\"text\": \"${prompt}\"}}}";

    @Rule
    public final TemporaryFolder temporary = new TemporaryFolder();

    private final Map<String, String> problems = new HashMap<>();
    private Path folder;

    @Before
    public void folder() {
        folder = temporary.getRoot().toPath();
    }

    private void write(String name, String nodes, String... header) throws IOException {
        Files.writeString(folder.resolve(name + ".json"), nodes);
        Files.write(folder.resolve(name + ".properties"), List.of(header));
    }

    private Map<String, Workflow> read(Map<String, Optional<BigDecimal>> prices) {
        problems.clear();
        return new WorkflowFiles(folder, "local", prices).read(problems);
    }

    @Test
    public void anUpscalerTakesAPictureAndNoWords() throws IOException {
        write(
                "up",
                "{\"1\": {\"class_type\": \"LoadImage\", \"inputs\": {\"image\": \"${image}\", \"by\": \"${by}\"}}}",
                "title = Twice as large",
                "operation = upscale",
                "credits = 0.5",
                "parameter.by = choice, 2 | 4, , 2, How much larger, in each direction.");
        ImageModel model = read(Map.of()).get("up").model();
        assertEquals(Map.of(), problems);
        assertEquals(Set.of(Operation.UPSCALE), model.operations());
        assertEquals(InputLimits.oneImage(InputLimits.Mask.REFUSED, 25_000_000), model.inputs());
        assertEquals(SizeLimits.ofInput(), model.size());
        assertEquals(new BigDecimal("0.5"), model.prices().get(0).credits());
        ParameterSpec by = model.parameters().get(0);
        assertEquals(List.of("2", "4"), by.choices());
        assertEquals("How much larger, in each direction.", by.description());
    }

    @Test
    public void aWorkflowWithoutAPriceIsOfferedOnlyAtTheAccounts() throws IOException {
        write("free", NODES, "title = x", "operation = generate", "sizes = 64x64");
        assertEquals(Map.of(), read(Map.of()));
        assertTrue(problems.toString(), problems.get("free.properties").contains("no credits"));
        Map<String, Workflow> priced = read(Map.of("free", Optional.of(BigDecimal.TEN)));
        assertEquals(BigDecimal.TEN, priced.get("free").model().prices().get(0).credits());
    }

    @Test
    public void oneThatIsWrongKeepsNoOtherFromBeingOffered() throws IOException {
        write("good", NODES, "title = x", "operation = generate", "sizes = 64x64", "credits = 1");
        write("bad", "no json", "title = x", "operation = generate", "sizes = 64x64", "credits = 1");
        write("ui", "{\"nodes\": [], \"links\": []}", "title = x", "operation = generate", "credits = 1");
        Files.writeString(folder.resolve("alone.properties"), "title = x");
        assertEquals(Set.of("good"), read(Map.of()).keySet());
        assertEquals(Set.of("bad.properties", "ui.properties", "alone.properties"), problems.keySet());
        assertTrue(problems.toString(), problems.get("ui.properties").contains("API"));
    }

    @Test
    public void aHeaderThatIsWrongIsNamedWithItsKey() throws IOException {
        assertWrong("operation", "title = x", "operation = describe");
        assertWrong("operation", "title = x", "operation = edit", "sizes = 64x64");
        assertWrong("title", "operation = generate", "sizes = 64x64");
        assertWrong("sizes", "title = x", "operation = generate");
        assertWrong("sizes", "title = x", "operation = generate", "sizes = big");
        assertWrong("sizes", "title = x", "operation = generate", "sizes = 64x64, 32x32");
        assertWrong("credits", "title = x", "operation = generate", "sizes = 64x64", "credits = -1");
        assertWrong("maxCount", "title = x", "operation = generate", "sizes = 64x64", "maxCount = 2");
        assertWrong("result", "title = x", "operation = generate", "sizes = 64x64", "result = 9");
        assertWrong("maxcount", "title = x", "operation = generate", "sizes = 64x64", "maxcount = 2");
        assertWrong(
                "parameter.steps", "title = x", "operation = generate", "parameter.steps = integer, 1, 9, 3, Steps.");
        for (String wrong : List.of("integer, 1, 9, 30, Steps.", "integer, 1, x, 3, Steps.", "colour, , , , C.", "3")) {
            assertWrong("parameter.a", "title = x", "operation = generate", "parameter.a = " + wrong);
        }
    }

    @Test
    public void aPlaceholderThatNothingFillsIsNamed() throws IOException {
        write("x", NODES.replace("prompt", "stepz"), "title = x", "operation = generate", "sizes = 64x64");
        assertEquals(Map.of(), read(Map.of()));
        assertTrue(problems.toString(), problems.get("x.properties").contains("parameter.stepz"));
    }

    private void assertWrong(String key, String... header) throws IOException {
        write("x", NODES, header);
        assertEquals(Map.of(), read(Map.of()));
        String problem = problems.get("x.properties");
        assertTrue(problem, problem.startsWith("x.properties: " + key + " must be "));
    }
}
