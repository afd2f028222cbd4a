package org.image2ai.model.embedded.illustrator;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.image2ai.api.PlatformException;
import org.image2ai.model.embedded.illustrator.words.Setting;
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
            "zeitgeist");

    private final Illustrator illustrator = new Illustrator();

    @Test
    public void theSameSeedGivesTheSamePixels() {
        String prompt = "two pink elephants under a tree in the rain";
        assertArrayEquals(
                pixels(illustrator.draw(prompt, 300, 260, 9)), pixels(new Illustrator().draw(prompt, 300, 260, 9)));
    }

    @Test
    public void anotherSeedGivesAnotherPicture() {
        assertTrue(!Arrays.equals(
                pixels(illustrator.draw("a cat", 256, 256, 1)), pixels(illustrator.draw("a cat", 256, 256, 2))));
    }

    @Test
    public void drawsEverySettingAtEveryTime() {
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

    private static int[] pixels(Illustration picture) {
        BufferedImage image = picture.image();
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static long colours(Illustration picture) {
        return Arrays.stream(pixels(picture)).distinct().count();
    }
}
