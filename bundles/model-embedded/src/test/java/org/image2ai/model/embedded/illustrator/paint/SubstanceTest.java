package org.image2ai.model.embedded.illustrator.paint;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.OptionalInt;
import org.image2ai.model.embedded.illustrator.words.Kind;
import org.image2ai.model.embedded.illustrator.words.Material;
import org.image2ai.model.embedded.illustrator.words.Surface;
import org.junit.Test;

public class SubstanceTest {
    private static final int SIZE = 100;

    private static int middle(Material material) {
        Sprite sprite = Icons.sprite("balloon", SIZE);
        Sprites.surface(sprite, new Surface(OptionalInt.empty(), material), Kind.THING);
        return sprite.image().getRGB(sprite.width() / 2, SIZE / 3);
    }

    @Test
    public void everyMaterialLooksDifferent() {
        long different = java.util.Arrays.stream(Material.values())
                .map(SubstanceTest::middle)
                .distinct()
                .count();
        assertEquals(Material.values().length, different);
    }

    @Test
    public void goldIsYellowAndGlassLetsLightThrough() {
        int gold = middle(Material.GOLD);
        assertTrue((gold >> 16 & 255) > (gold & 255) + 40);
        assertTrue(middle(Material.GLASS) >>> 24 < 255);
        assertEquals(255, middle(Material.STONE) >>> 24);
    }
}
