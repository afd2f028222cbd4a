package org.image2ai.model.embedded.illustrator;

import static org.image2ai.model.embedded.illustrator.Wishes.Vary.ARRANGEMENT;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.SizeLimits;
import org.image2ai.model.embedded.illustrator.paint.Painter;
import org.image2ai.model.embedded.illustrator.scene.Scene;
import org.image2ai.model.embedded.illustrator.words.Hand;
import org.image2ai.model.embedded.illustrator.words.Palette;
import org.image2ai.model.embedded.illustrator.words.Setting;
import org.image2ai.model.embedded.illustrator.words.Style;
import org.junit.AfterClass;
import org.junit.Test;

public class IllustratorTest {
    private static final List<String> PLACES = List.of(
            "forest",
            "jungle",
            "mountains",
            "sea",
            "beach",
            "city",
            "desert",
            "arctic",
            "outer space",
            "on the moon",
            "room",
            "table",
            "underwater",
            "meadow",
            "savanna",
            "by a lake",
            "village",
            "above the clouds",
            "cave",
            "on stage",
            "on a rooftop",
            "on a cliff",
            "by a brick wall",
            "village by the sea",
            "zeitgeist");

    private static final Illustrator ILLUSTRATOR = new Illustrator();

    private final Illustrator illustrator = ILLUSTRATOR;

    @AfterClass
    public static void close() {
        ILLUSTRATOR.close();
    }

    @Test
    public void theSameSeedGivesTheSamePixels() {
        String prompt = "two pink elephants under a tree in the rain";
        try (Illustrator other = new Illustrator()) {
            assertArrayEquals(pixels(illustrator.draw(prompt, 300, 260, 9)), pixels(other.draw(prompt, 300, 260, 9)));
        }
    }

    @Test
    public void anotherSeedGivesAnotherPicture() {
        assertTrue(!Arrays.equals(
                pixels(illustrator.draw("a cat", 256, 256, 1)), pixels(illustrator.draw("a cat", 256, 256, 2))));
    }

    @Test
    public void drawsEverySettingAtEveryTime() {
        // A pond is one only for the fish in it; a village by the sea is another picture of a village.
        assertEquals(Setting.values().length, PLACES.size());
        for (String place : PLACES) {
            for (String when :
                    List.of("day", "dawn in the fog", "sunset in a storm", "snowy night", "spooky rain", "neon")) {
                Illustration picture = illustrator.draw("a cat, " + place + ", " + when, 256, 256, 3);
                assertTrue(place + " " + when + " is empty", colours(picture) > 200);
            }
        }
    }

    @Test
    public void drawsAPondFromAbove() {
        Illustration pond = illustrator.draw("a koi pond", 256, 256, 3);
        assertEquals("pond", pond.scene().get("setting"));
        assertTrue(colours(pond) > 200);
    }

    @Test
    public void drawsWideAndTall() {
        BufferedImage wide = illustrator.draw("a pirate ship", 640, 256, 3).image();
        assertEquals(640, wide.getWidth());
        assertEquals(256, wide.getHeight());
        assertTrue(colours(illustrator.draw("a giraffe in a meadow", 256, 640, 3)) > 200);
    }

    @Test
    public void refusesSidesOutOfRange() {
        PlatformException tooSmall =
                assertThrows(PlatformException.class, () -> illustrator.draw("a cat", 255, 256, 1));
        assertEquals("parameters.width", tooSmall.field().orElseThrow());
        PlatformException tooLarge =
                assertThrows(PlatformException.class, () -> illustrator.draw("a cat", 256, 2049, 1));
        assertEquals("parameters.height", tooLarge.field().orElseThrow());
    }

    @Test
    public void everyStyleAndPaletteLooksDifferent() {
        Set<Integer> seen = new HashSet<>();
        for (String style : Style.wireNames()) {
            seen.add(Arrays.hashCode(pixels(painted(
                    new Wishes(Optional.of(Style.ofWireName(style)), Optional.empty(), Hand.FLUENT, 0, ARRANGEMENT)))));
        }
        for (String palette : Palette.wireNames()) {
            seen.add(Arrays.hashCode(pixels(painted(new Wishes(
                    Optional.empty(), Optional.of(Palette.ofWireName(palette)), Hand.FLUENT, 0, ARRANGEMENT)))));
        }
        seen.add(Arrays.hashCode(
                pixels(painted(new Wishes(Optional.empty(), Optional.empty(), Hand.NOTO, 0, ARRANGEMENT)))));
        // Flat in natural colours is one picture, though it is a style and a palette.
        assertEquals(Style.values().length + Palette.values().length - 1 + 1, seen.size());
    }

    @Test
    public void aVariationChangesOnlyWhatItVaries() {
        Scene own = compose(Wishes.NONE);
        Scene palette = compose(new Wishes(Optional.empty(), Optional.empty(), Hand.FLUENT, 1, Wishes.Vary.PALETTE));
        assertEquals(own.things(), palette.things());
        assertEquals(Palette.WARM, palette.reading().look().paletteOrNatural());
        Scene style = compose(new Wishes(Optional.empty(), Optional.empty(), Hand.FLUENT, 2, Wishes.Vary.STYLE));
        assertEquals(own.things(), style.things());
        assertEquals(Style.WATERCOLOUR, style.reading().look().styleOrFlat());
        Scene arranged = compose(new Wishes(Optional.empty(), Optional.empty(), Hand.FLUENT, 1, ARRANGEMENT));
        assertNotEquals(own.things(), arranged.things());
    }

    @Test
    public void anObjectStandsAloneInItsColour() {
        BufferedImage balloon = illustrator.object("a blue balloon", 120).orElseThrow();
        assertEquals(0, balloon.getRGB(0, 0) >>> 24);
        int p = balloon.getRGB(balloon.getWidth() / 2, 24);
        assertTrue((p & 255) > (p >> 16 & 255));
        assertTrue(Math.abs(balloon.getHeight() - 120) <= 24);
        assertTrue(illustrator.object("quixotic", 120).isEmpty());
    }

    @Test
    public void textIsSetAsType() {
        BufferedImage type = illustrator.lettering("Größe 42", 300, Color.RED);
        assertEquals(300, type.getWidth());
        int[] pixels = type.getRGB(0, 0, 300, type.getHeight(), null, 0, 300);
        long inked = Arrays.stream(pixels).filter(p -> p == 0xffff0000).count();
        assertTrue(inked > 2_000 && inked < pixels.length / 2);
    }

    private BufferedImage painted(Wishes wishes) {
        return Painter.paint(compose(wishes), 256, 256);
    }

    private Scene compose(Wishes wishes) {
        return illustrator.compose("a red car and a dog in a park", new SizeLimits.Size(256, 256), 3, wishes);
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static int[] pixels(Illustration picture) {
        BufferedImage image = picture.image();
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static long colours(Illustration picture) {
        return Arrays.stream(pixels(picture)).distinct().count();
    }
}
