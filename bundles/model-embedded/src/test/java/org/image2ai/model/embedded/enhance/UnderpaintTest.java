package org.image2ai.model.embedded.enhance;

import static org.junit.Assert.assertArrayEquals;

import java.util.Arrays;
import org.junit.Test;

public class UnderpaintTest {
    private static final int RED = 0xffcc0000;
    private static final int BLUE = 0x200000cc;

    @Test
    public void whatIsUnseenTakesTheNearestColourAndStaysUnseen() {
        int[] pixels = {0, 0, RED, 0, 0, 0, 0, BLUE, 0};
        Underpaint.spread(pixels, 9, 1);
        assertArrayEquals(
                new int[] {0xcc0000, 0xcc0000, RED, 0xcc0000, 0xcc0000, 0x0000cc, 0x0000cc, BLUE, 0x0000cc}, pixels);
    }

    @Test
    public void coloursSpreadInEveryDirection() {
        int[] pixels = new int[25];
        pixels[12] = RED;
        Underpaint.spread(pixels, 5, 5);
        int[] expected = new int[25];
        Arrays.fill(expected, 0xcc0000);
        expected[12] = RED;
        assertArrayEquals(expected, pixels);
    }

    @Test
    public void aFaintColourChangesNoFurtherThanItIsUncertain() {
        int[] pixels = {RED, 0x0500ff00, 0x0100ff00};
        Underpaint.spread(pixels, 3, 1);
        assertArrayEquals(new int[] {RED, 0x0533cc00, 0x01cc0000}, pixels);
    }

    @Test
    public void aPictureOfNothingStaysAsItIs() {
        int[] pixels = {0x00123456, 0x00654321};
        Underpaint.spread(pixels, 2, 1);
        assertArrayEquals(new int[] {0x00123456, 0x00654321}, pixels);
    }
}
