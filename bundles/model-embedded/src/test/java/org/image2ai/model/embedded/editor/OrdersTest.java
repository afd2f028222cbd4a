package org.image2ai.model.embedded.editor;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderResult;
import org.image2ai.tck.model.RecordingRenderSession;
import org.image2ai.tck.model.SampleRequest;
import org.image2ai.tck.pictures.Pictures;
import org.junit.AfterClass;
import org.junit.Test;

public class OrdersTest {
    private static final EditorModel MODEL = new EditorModel();
    private static final BufferedImage SMALL = Pictures.decode(Pictures.bytes("small.jpg"));

    @AfterClass
    public static void close() {
        MODEL.close();
    }

    private static SampleRequest edit(BufferedImage picture) {
        return SampleRequest.of("editor", Operation.EDIT).image(Pictures.png(picture));
    }

    @Test
    public void doesSeveralStepsAndSaysSo() {
        RecordingRenderSession session = new RecordingRenderSession();
        RenderResult result = MODEL.render(
                edit(SMALL)
                        .prompt("crop to square and make it warmer")
                        .with("flip", "horizontal")
                        .build(),
                session);
        List<?> steps = (List<?>) result.details().get("steps");
        assertEquals(
                List.of("flip", "crop", "adjust"),
                steps.stream().map(s -> ((Map<?, ?>) s).get("step")).toList());
        assertEquals(30L, ((Map<?, ?>) steps.get(2)).get("warmth"));
    }

    private static String code(SampleRequest request) {
        RecordingRenderSession session = new RecordingRenderSession();
        PlatformException e = assertThrows(PlatformException.class, () -> MODEL.render(request.build(), session));
        assertTrue("a refused request left pictures", session.outputs().isEmpty());
        return e.code();
    }

    @Test
    public void refusesWhatItCannotFollowAndSaysWhatItCan() {
        PlatformException e = assertThrows(
                PlatformException.class,
                () -> MODEL.check(
                        edit(SMALL).prompt("make her smile, and warmer").build()));
        assertEquals("instruction_not_understood", e.code());
        assertEquals("prompt", e.field().orElseThrow());
        assertTrue(
                e.getMessage().contains("\"make her smile\"") && e.getMessage().contains("crop"));
        assertEquals("nothing_to_do", code(edit(SMALL)));
        assertEquals(
                "nothing_to_do",
                code(SampleRequest.of("editor", Operation.OUTPAINT).image(Pictures.png(SMALL))));
        assertEquals(
                "missing_mask",
                code(SampleRequest.of("editor", Operation.INPAINT).image(Pictures.png(SMALL))));
        BufferedImage mask = Pictures.mask(SMALL.getWidth(), SMALL.getHeight(), new Rectangle(9, 9, 9, 9));
        assertEquals(
                "mask_not_usable", code(edit(SMALL).mask(Pictures.png(mask)).prompt("rotate left")));
        BufferedImage green = Pictures.solid(40, 30, new Color(0x2fa84f));
        assertEquals("colour_not_found", code(edit(green).prompt("make the yellow wall blue")));
        assertEquals("invalid_parameter", code(edit(SMALL).with("crop", "heart")));
        assertEquals("invalid_parameter", code(edit(SMALL).with("background", "blorb")));
        assertEquals("image_too_large", code(edit(SMALL).prompt("resize to 9000x9000")));
    }
}
