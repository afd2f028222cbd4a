package org.image2ai.model.embedded.enhance;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.Test;

public class FilterTest {
    private static final List<Filter> FILTERS =
            List.of(Filter.bicubic(2), Filter.bicubic(4), Filter.lanczos(2), Filter.lanczos(4));

    @Test
    public void oneColourStaysThatColour() {
        float[] even = new float[3 * 5 * 4];
        Arrays.fill(even, 0.3f);
        for (Filter filter : FILTERS) {
            float[] expected = new float[even.length * filter.scale() * filter.scale()];
            Arrays.fill(expected, 0.3f);
            assertArrayEquals(expected, filter.enlarge(even, 5, 4), 1e-6f);
        }
    }

    @Test
    public void aRampStaysStraightAwayFromTheBorder() {
        float[] ramp = new float[3 * 20];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = i % 20;
        }
        float[] result = Filter.bicubic(4).enlarge(ramp, 20, 1);
        for (int x = 12; x < 68; x++) {
            assertEquals((x + 0.5) / 4 - 0.5, result[x], 1e-4);
        }
    }

    @Test
    public void treatsRowsAndColumnsAlike() {
        float[] column = {0, 1, 0.2f, 0.9f, 0, 1, 0.2f, 0.9f, 0, 1, 0.2f, 0.9f};
        for (Filter filter : FILTERS) {
            int scale = filter.scale();
            float[] wide = filter.enlarge(column, 4, 1);
            float[] high = filter.enlarge(column, 1, 4);
            for (int i = 0; i < 4 * scale; i++) {
                assertEquals(wide[i], high[i * scale], 1e-6);
            }
        }
    }

    @Test
    public void whatIsDrawnBackGivesThePictureAgainWhenMadeSmall() {
        float[] noise = noise(16, 12);
        Filter lanczos = Filter.lanczos(2);
        double before = furthest(noise, lanczos.enlarge(noise, 16, 12));
        double after = furthest(noise, new Corrected(lanczos, 2, 0).enlarge(noise, 16, 12));
        assertTrue(before + " became " + after, after < before / 3);
    }

    @Test
    public void aTintIsMendedAndTheDetailStays() {
        float[] noise = noise(16, 12);
        Upscaler tinting = new Upscaler() {
            @Override
            public int scale() {
                return 2;
            }

            @Override
            public int reach() {
                return 0;
            }

            @Override
            public float[] enlarge(float[] planes, int width, int height) {
                float[] result = Filter.bicubic(2).enlarge(planes, width, height);
                for (int i = 0; i < result.length; i++) {
                    result[i] += 0.1f;
                }
                return result;
            }
        };
        float[] plain = Filter.bicubic(2).enlarge(noise, 16, 12);
        float[] mended = new Corrected(tinting, 1, 3).enlarge(noise, 16, 12);
        for (int i = 0; i < plain.length; i++) {
            assertEquals(plain[i], mended[i], 0.04);
        }
    }

    private static float[] noise(int width, int height) {
        Random random = new Random(9);
        float[] noise = new float[3 * width * height];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = 0.3f + 0.4f * random.nextFloat();
        }
        return noise;
    }

    /** How far the means of the four pixels that became of one lie from it, at most. */
    private static double furthest(float[] planes, float[] twice) {
        double most = 0;
        for (int i = 0; i < planes.length; i++) {
            int at = i / 16 * 64 + i % 16 * 2;
            most = Math.max(
                    most, Math.abs(planes[i] - (twice[at] + twice[at + 1] + twice[at + 32] + twice[at + 33]) / 4));
        }
        return most;
    }
}
