package org.image2ai.moderation.nsfw;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.image2ai.api.moderation.Content;
import org.image2ai.api.moderation.ContentCategory;
import org.image2ai.api.moderation.ContentReviewer;
import org.image2ai.api.moderation.Finding;
import org.image2ai.tck.Calls;
import org.image2ai.tck.moderation.ContentReviewerContract;
import org.image2ai.tck.pictures.Pictures;
import org.junit.After;
import org.junit.Test;

public class NsfwReviewerTest extends ContentReviewerContract {
    private static final int SIDE = Square.SIDE;

    private final NsfwReviewer reviewer = new NsfwReviewer();

    @After
    public void close() {
        reviewer.close();
    }

    @Override
    protected ContentReviewer reviewer() {
        return reviewer;
    }

    @Override
    protected Set<Content.Kind> kinds() {
        return Set.of(Content.Kind.PICTURE);
    }

    @Override
    protected List<Content> samples() {
        return List.of(gradient(), disc(), content(Pictures.solid(1, 1, Color.WHITE)), photo("small.jpg"));
    }

    private static Content.Picture content(BufferedImage picture) {
        int[] rgb = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] &= 0xffffff;
        }
        return new Content.Picture(picture.getWidth(), picture.getHeight(), rgb);
    }

    private static Content.Picture photo(String name) {
        return content(Pictures.decode(Pictures.bytes(name)));
    }

    private static Content.Picture gradient() {
        return content(Pictures.gradient(SIDE, SIDE));
    }

    private static Content.Picture disc() {
        int[] rgb = new int[SIDE * SIDE];
        for (int i = 0; i < rgb.length; i++) {
            int x = i % SIDE - SIDE / 2;
            int y = i / SIDE - SIDE / 2;
            rgb[i] = x * x + y * y < 80 * 80 ? 0xe6b496 : 0x283c5a;
        }
        return new Content.Picture(SIDE, SIDE, rgb);
    }

    private Map<ContentCategory, Double> scores(Content.Picture picture) {
        Map<ContentCategory, Double> scores = new EnumMap<>(ContentCategory.class);
        for (Finding finding : reviewer.review(Calls.of(Calls.ALICE), picture).findings()) {
            scores.put(finding.category(), finding.score());
        }
        return scores;
    }

    /** What nsfwjs 4.3.0 itself says of the same pixels, on TensorFlow.js 4.22.0: drawing to sexy. */
    @Test
    public void saysWhatNsfwjsSays() {
        try (Network network = new Network()) {
            assertArrayEquals(
                    new float[] {0.87553000f, 0.02012808f, 0.09916812f, 0.00421586f, 0.00095790f},
                    network.run(Square.of(gradient())),
                    1e-4f);
            assertArrayEquals(
                    new float[] {0.49701291f, 0.00689505f, 0.49597999f, 0.00008689f, 0.00002516f},
                    network.run(Square.of(disc())),
                    1e-4f);
        }
    }

    @Test
    public void addsWhatIsExplicitAndTellsItFromWhatIsRevealing() {
        Map<ContentCategory, Double> scores = scores(gradient());
        assertEquals(0.02012808 + 0.00421586, scores.get(ContentCategory.SEXUAL), 1e-4);
        assertEquals(0.00095790, scores.get(ContentCategory.SUGGESTIVE), 1e-4);
    }

    @Test
    public void hasNothingAgainstPhotographs() {
        for (String name : List.of("photo.jpg", "small.jpg")) {
            Map<ContentCategory, Double> scores = scores(photo(name));
            assertTrue(name + " " + scores, scores.get(ContentCategory.SEXUAL) < 0.05);
            assertTrue(name + " " + scores, scores.get(ContentCategory.SUGGESTIVE) < 0.05);
        }
    }

    @Test
    public void everyPixelCounts() {
        // Thin lines, twice as many as there are pixels: a scale that leaves pixels out sees all or none of them.
        int[] lines = new int[2 * SIDE * 2 * SIDE];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = i % 2 == 0 ? 0xffffff : 0;
        }
        float[] planes = Square.of(new Content.Picture(2 * SIDE, 2 * SIDE, lines));
        for (float value : planes) {
            assertEquals(0.5, value, 1e-5);
        }
    }

    @Test
    public void aSquareOfItsSizeIsLeftAsItIs() {
        float[] planes = Square.of(gradient());
        assertEquals(0, planes[0], 1e-6);
        assertEquals(1, planes[SIDE - 1], 1e-6);
        assertEquals("green", 1, planes[SIDE * SIDE + SIDE * (SIDE - 1)], 1e-6);
        assertEquals("blue", 0x40 / 255f, planes[2 * SIDE * SIDE], 1e-6);
    }

    @Test
    public void smallPicturesAreMadeLarger() {
        float[] planes = Square.of(new Content.Picture(2, 1, new int[] {0xff0000, 0x0000ff}));
        assertEquals(1, planes[0], 1e-6);
        assertEquals(0, planes[SIDE - 1], 1e-6);
        assertEquals(1, planes[3 * SIDE * SIDE - 1], 1e-6);
    }

    @Test
    public void afterItWasStoppedItSaysSo() {
        NsfwReviewer stopped = new NsfwReviewer();
        stopped.close();
        PlatformException e =
                assertThrows(PlatformException.class, () -> stopped.review(Calls.of(Calls.ALICE), gradient()));
        assertEquals("review_failed", e.code());
    }
}
