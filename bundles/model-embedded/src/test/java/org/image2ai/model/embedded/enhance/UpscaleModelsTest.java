package org.image2ai.model.embedded.enhance;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.DigitalSourceType;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.ParameterSpec;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.model.embedded.EmbeddedModel;
import org.image2ai.tck.model.RecordingRenderSession;
import org.image2ai.tck.model.SampleRequest;
import org.image2ai.tck.pictures.Pictures;
import org.junit.AfterClass;
import org.junit.Test;

public class UpscaleModelsTest {
    private static final List<EmbeddedModel> ALL = UpscaleModels.all();

    @AfterClass
    public static void close() {
        ALL.forEach(EmbeddedModel::close);
    }

    @Test
    public void automaticRoutingTakesThePhotographsModelForEachScale() {
        assertEquals("enhance-x2", cheapestThenFirstByName(2));
        assertEquals("enhance-x4", cheapestThenFirstByName(4));
    }

    @Test
    public void pixelsThatAreFewBecomeMore() {
        for (EmbeddedModel model : ALL) {
            for (int[] size : new int[][] {{16, 16}, {1, 1}, {33, 7}}) {
                BufferedImage result = enlarge(model, Pictures.gradient(size[0], size[1]), Map.of());
                assertEquals(scale(model.model()) * size[0], result.getWidth());
                assertEquals(scale(model.model()) * size[1], result.getHeight());
            }
        }
    }

    @Test
    public void oneColourStaysThatColour() {
        Color skin = new Color(250, 200, 170);
        for (EmbeddedModel model : ALL) {
            BufferedImage result = enlarge(model, Pictures.solid(40, 30, skin), Map.of());
            for (int pixel : result.getRGB(0, 0, result.getWidth(), result.getHeight(), null, 0, result.getWidth())) {
                assertTrue(model.model().name() + " makes " + new Color(pixel), apart(pixel, skin.getRGB()) <= 2);
            }
        }
    }

    @Test
    public void grayStaysGray() {
        BufferedImage gray = new BufferedImage(48, 40, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = gray.createGraphics();
        g.drawImage(Pictures.gradient(48, 40), 0, 0, null);
        g.setColor(Color.LIGHT_GRAY);
        g.fillOval(10, 10, 20, 20);
        g.dispose();
        for (EmbeddedModel model : ALL) {
            BufferedImage result = enlarge(model, gray, Map.of());
            for (int pixel : result.getRGB(0, 0, result.getWidth(), result.getHeight(), null, 0, result.getWidth())) {
                int tint = apart(pixel, (pixel >> 8 & 255) * 0x10101);
                assertTrue(model.model().name() + " makes " + new Color(pixel), tint <= 24);
            }
        }
    }

    @Test
    public void aFaithfulResultMadeSmallIsThePictureAgain() {
        BufferedImage picture = picture();
        for (UpscaleModel model : List.of(UpscaleModels.faithfulX2(), UpscaleModels.faithfulX4())) {
            for (Method method : model.methods()) {
                BufferedImage result = enlarge(model, picture, Map.of("method", method.name()));
                double apart = meanApart(picture, result, scale(model.model()));
                assertTrue(model.model().name() + " " + method.name() + " is off by " + apart, apart < 1.2);
            }
            model.close();
        }
    }

    @Test
    public void theReceiptSaysWhichMethodRan() {
        RenderRequest request = request(UpscaleModels.faithfulX4(), picture(), Map.of());
        Map<String, Object> receipt = UpscaleModels.faithfulX4()
                .render(request, new RecordingRenderSession())
                .details();
        assertEquals(Map.of("scale", 4, "method", "lanczos", "tiles", 1), receipt);
    }

    @Test
    public void refusesASideThatWouldBecomeTooLong() {
        BufferedImage ribbon = new BufferedImage(16_385, 1, BufferedImage.TYPE_INT_RGB);
        UpscaleModel model = UpscaleModels.faithfulX4();
        RecordingRenderSession session = new RecordingRenderSession();
        RenderRequest tooLong = request(model, ribbon, Map.of());
        assertEquals(
                "image_too_large",
                assertThrows(PlatformException.class, () -> model.render(tooLong, session))
                        .code());
        assertTrue(session.outputs().isEmpty());
        BufferedImage twice = enlarge(UpscaleModels.faithfulX2(), ribbon, Map.of("method", "lanczos"));
        assertEquals(32_770, twice.getWidth());
    }

    @Test
    public void networksTakeTurnsAtBeingLoaded() {
        for (int round = 0; round < 2; round++) {
            for (EmbeddedModel model : ALL) {
                assertFalse(enlarge(model, Pictures.gradient(8, 8), Map.of())
                        .getColorModel()
                        .hasAlpha());
            }
        }
    }

    private static String cheapestThenFirstByName(int scale) {
        return ALL.stream()
                .map(EmbeddedModel::model)
                .filter(model -> scale(model) == scale)
                .min(Comparator.comparing(
                                (ImageModel model) -> model.prices().get(0).credits())
                        .thenComparing(ImageModel::name))
                .orElseThrow()
                .name();
    }

    private static int scale(ImageModel model) {
        ParameterSpec scale = model.parameters().get(0);
        assertEquals("scale", scale.name());
        assertEquals(scale.min(), scale.max());
        return scale.max().orElseThrow().intValue();
    }

    private static BufferedImage enlarge(EmbeddedModel model, BufferedImage picture, Map<String, Object> parameters) {
        RecordingRenderSession session = new RecordingRenderSession();
        model.render(request(model, picture, parameters), session);
        return Pictures.decode(session.outputs().get(0).bytes());
    }

    @Test
    public void whatIsFilteredIsEnhancedAndWhatANetworkDrawsIsAComposite() {
        for (EmbeddedModel model : ALL) {
            for (Method method : ((UpscaleModel) model).methods()) {
                boolean filter = method.name().equals("lanczos");
                Map<String, Object> named =
                        ((UpscaleModel) model).methods().size() > 1 ? Map.of("method", method.name()) : Map.of();
                RenderRequest request = request(model, Pictures.gradient(8, 8), named);
                assertEquals(
                        model.model().name() + " " + method.name(),
                        Optional.of(
                                filter
                                        ? DigitalSourceType.ALGORITHMICALLY_ENHANCED
                                        : DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA),
                        model.render(request, new RecordingRenderSession()).source());
            }
        }
    }

    private static RenderRequest request(EmbeddedModel model, BufferedImage picture, Map<String, Object> parameters) {
        SampleRequest request =
                SampleRequest.of(model.model().name(), Operation.UPSCALE).image(Pictures.png(picture));
        parameters.forEach(request::with);
        return request.build();
    }

    private static BufferedImage picture() {
        BufferedImage picture = Pictures.gradient(60, 50);
        Graphics2D g = picture.createGraphics();
        g.setColor(Color.WHITE);
        g.drawLine(5, 7, 50, 40);
        g.setColor(new Color(180, 40, 60));
        g.fillRect(30, 8, 20, 17);
        g.dispose();
        return picture;
    }

    /** Between a picture and the means of what became of its pixels, in levels. */
    private static double meanApart(BufferedImage picture, BufferedImage result, int scale) {
        double sum = 0;
        for (int i = 0; i < picture.getWidth() * picture.getHeight(); i++) {
            int x = i % picture.getWidth();
            int y = i / picture.getWidth();
            for (int shift = 0; shift < 24; shift += 8) {
                double mean = 0;
                for (int j = 0; j < scale * scale; j++) {
                    mean += result.getRGB(x * scale + j % scale, y * scale + j / scale) >> shift & 255;
                }
                sum += Math.abs(mean / scale / scale - (picture.getRGB(x, y) >> shift & 255));
            }
        }
        return sum / 3 / picture.getWidth() / picture.getHeight();
    }

    private static int apart(int one, int other) {
        int most = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            most = Math.max(most, Math.abs((one >> shift & 255) - (other >> shift & 255)));
        }
        return most;
    }
}
