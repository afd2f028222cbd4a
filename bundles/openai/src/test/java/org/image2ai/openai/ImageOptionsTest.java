package org.image2ai.openai;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.library.PictureFormat;
import org.image2ai.api.rest.Form;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class ImageOptionsTest {
    private static Form form(String... fields) {
        List<Form.Part> parts = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            byte[] text = fields[i + 1].getBytes(StandardCharsets.UTF_8);
            parts.add(new Form.Part(fields[i], Optional.empty(), new ByteArrayInputStream(text)));
        }
        return new Form(parts);
    }

    private static ImageOptions edit(String... fields) {
        return FormOptions.edit(form(fields));
    }

    private static String refused(ThrowingRunnable work) {
        PlatformException e = assertThrows(PlatformException.class, work);
        return e.field().orElse("") + " " + e.code();
    }

    @Test
    public void whatIsNotSaidIsLeftToTheModel() {
        ImageOptions options =
                edit("prompt", "a fox", "size", "auto", "quality", "auto", "background", "auto", "n", "");
        assertEquals(Map.of(), options.parameters());
        assertEquals(1, options.count());
        assertEquals(new PictureFormat(PictureFormat.Type.PNG, 100), options.format());
    }

    @Test
    public void saysTheRestInTheWordsOfThePlatform() {
        ImageOptions options = edit(
                "size", "1536x1024", "quality", "hd", "background", "transparent", "input_fidelity", "high", "n", "3");
        assertEquals(
                Map.of(
                        "width",
                        1536L,
                        "height",
                        1024L,
                        "quality",
                        "high",
                        "background",
                        "transparent",
                        "inputFidelity",
                        "high"),
                options.parameters());
        assertEquals(3, options.count());
    }

    @Test
    public void encodesAsAsked() {
        ImageOptions options = edit("output_format", "webp", "output_compression", "30");
        assertEquals(new PictureFormat(PictureFormat.Type.WEBP, 30), options.format());
    }

    @Test
    public void namesTheFieldAtFault() {
        Map<String, String> bad = Map.ofEntries(
                Map.entry("n", "0"),
                Map.entry("size", "0x5"),
                Map.entry("quality", "best"),
                Map.entry("background", "blue"),
                Map.entry("output_format", "gif"),
                Map.entry("output_compression", "-1"),
                Map.entry("moderation", "off"),
                Map.entry("response_format", "file"),
                Map.entry("input_fidelity", "medium"),
                Map.entry("user", "u".repeat(513)),
                Map.entry("partial_images", "1"),
                Map.entry("prompt", "p".repeat(32_001)));
        bad.forEach((field, value) -> assertEquals(field + " invalid_parameter", refused(() -> edit(field, value))));
        assertEquals("n invalid_field", refused(() -> edit("n", "two")));
        assertEquals("stream invalid_field", refused(() -> edit("stream", "maybe")));
        assertEquals("partial_images invalid_parameter", refused(() -> edit("stream", "true", "partial_images", "4")));
        assertEquals(
                "response_format invalid_parameter", refused(() -> edit("stream", "true", "response_format", "url")));
        assertEquals(
                "output_format invalid_parameter",
                refused(() -> edit("background", "transparent", "output_format", "jpeg")));
        assertEquals("style unknown_field", refused(() -> edit("style", "vivid")));
        assertEquals("prompt unknown_field", refused(() -> FormOptions.variation(form("prompt", "x"))));
        assertEquals("prompt missing_field", refused(() -> edit("prompt", " ").withPrompt()));
    }

    @Test
    public void takesThePicturesOfAFormUnderEitherName() {
        Form form = form("image[]", "1", "image[]", "2", "mask", "3", "stream", "true");
        assertTrue(FormOptions.edit(form).streamed());
        assertEquals(2, form.files("image").size());
    }
}
