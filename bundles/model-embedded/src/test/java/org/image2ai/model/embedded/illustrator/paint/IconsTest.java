package org.image2ai.model.embedded.illustrator.paint;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.Test;

public class IconsTest {
    private static final String HOME = "/org/image2ai/model/embedded/illustrator/";

    @Test
    public void everyIconHasSomethingToDraw() throws IOException {
        for (String line : lines("icons/index.tsv")) {
            Sprite sprite = Icons.sprite(line.substring(0, line.indexOf('\t')), 40);
            assertTrue(line, sprite.height() > 4 && sprite.height() <= 42);
        }
    }

    @Test
    public void everyThingHasItsIcon() throws IOException {
        for (String line : lines("things.txt")) {
            if (!line.startsWith("#")) {
                String icon = line.substring(0, line.indexOf(':')).split(" ")[2];
                assertNotNull(icon, Icons.class.getResource(HOME + "icons/" + icon + ".svg"));
            }
        }
    }

    @Test
    public void whoStandsCanAlsoRide() throws IOException {
        for (String line : lines("things.txt")) {
            if (line.startsWith("person") && line.contains("~standing:")) {
                String icon = line.substring(0, line.indexOf("~standing")).split(" ")[2];
                assertNotNull(icon, Icons.class.getResource(HOME + "icons/" + icon + "~riding.svg"));
            }
        }
    }

    @Test
    public void clothesAreDyedAndSkinIsNot() {
        Sprite plain = Icons.sprite("girl~standing", 200);
        Sprite green = Icons.sprite("girl~standing", 200);
        Dye.clothes(green, 0x2fa84f);
        int x = plain.width() / 2;
        assertEquals(plain.image().getRGB(x, 90), green.image().getRGB(x, 90));
        int shirt = green.image().getRGB(x, 130);
        assertTrue(Integer.toHexString(shirt), (shirt >> 8 & 255) > (shirt >> 16 & 255));
    }

    @Test
    public void aBlueBalloonIsBlueAndARedOneStaysAsItIs() {
        Sprite plain = Icons.sprite("balloon", 100);
        Sprite red = Icons.sprite("balloon", 100);
        Sprite blue = Icons.sprite("balloon", 100);
        Dye.apply(red, 0xe5322d);
        Dye.apply(blue, 0x2f7df6);
        int x = plain.width() / 2;
        assertEquals(plain.image().getRGB(x, 20), red.image().getRGB(x, 20));
        int rgb = blue.image().getRGB(x, 20);
        assertTrue(Integer.toHexString(rgb), (rgb & 255) > (rgb >> 16 & 255));
    }

    private static List<String> lines(String name) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(IconsTest.class.getResourceAsStream(HOME + name), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
