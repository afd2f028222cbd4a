package org.image2ai.model.embedded.editor.cutout;

import java.awt.image.BufferedImage;
import org.image2ai.api.PlatformException;
import org.image2ai.model.embedded.editor.filter.Mats;
import org.image2ai.model.embedded.editor.filter.Scaling;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Parts the subject of a picture from its background: people by a network, everything else by its colours. */
public final class Cutout {
    private static final int SMALL = 420;
    private static final int MEDIUM = 900;
    private static final double DECISIVE = 0.66;
    private static final double FEWEST = 0.02;
    private static final double MOST = 0.97;
    private static final double BAND = 0.012;
    private static final float EPSILON = 1e-4f;

    private final People people;

    /** @param people the network, which stays the caller's */
    public Cutout(People people) {
        this.people = people;
    }

    /**
     * The subject of a picture.
     *
     * @throws PlatformException {@code no_subject} when nothing stands out
     */
    public Matte of(BufferedImage picture) {
        BufferedImage small = Scaling.within(picture, SMALL);
        float[] sure = people.look(small);
        boolean person = decisive(sure);
        byte[] guess = person
                ? Guess.ofPeople(resized(sure, People.SIDE, small.getWidth(), small.getHeight()))
                : Guess.of(small);
        float[] shape = Shape.of(small, guess, !person);
        requireSubject(shape);
        return new Matte(refined(shape, small, picture), person ? "people" : "subject");
    }

    /** Whether the network saw people: it is nowhere undecided where there are some. */
    private static boolean decisive(float[] sure) {
        int some = 0;
        int most = 0;
        for (float one : sure) {
            some += one > 0.1 ? 1 : 0;
            most += one > 0.9 ? 1 : 0;
        }
        return most > FEWEST * sure.length && most > DECISIVE * some;
    }

    private static void requireSubject(float[] shape) {
        double area = 0;
        for (float one : shape) {
            area += one / shape.length;
        }
        if (area < FEWEST / 4 || area > MOST) {
            throw PlatformException.invalid(
                            "no_subject",
                            "No subject stands out from the background of this picture; mark it with a mask.")
                    .withField("inputs");
        }
    }

    private static float[] refined(float[] shape, BufferedImage small, BufferedImage whole) {
        BufferedImage medium = Scaling.within(whole, MEDIUM);
        float[] mask = resized(shape, small.getWidth(), medium.getWidth(), medium.getHeight());
        int band = (int) Math.max(3, Math.round(BAND * Math.max(medium.getWidth(), medium.getHeight())));
        float[] alpha = new GuidedFilter(medium, band, EPSILON).refine(mask, whole);
        float[] sure = band(mask, medium.getWidth(), band, whole);
        for (int i = 0; i < alpha.length; i++) {
            double outside = ramp(0.02, 0.2, sure[i]);
            double inside = ramp(0.8, 0.98, sure[i]);
            double edge = ramp(0.1, 0.9, alpha[i]) * outside;
            alpha[i] = (float) (edge + (1 - edge) * inside);
        }
        return alpha;
    }

    /** The mask made wide and soft: what is far from its edge is sure. */
    private static float[] band(float[] mask, int width, int band, BufferedImage whole) {
        try (Mats mats = new Mats()) {
            Mat mat = mats.floats(mask, width);
            Imgproc.blur(mat, mat, new Size(2.0 * band + 1, 2.0 * band + 1));
            Mat large = mats.empty();
            Imgproc.resize(mat, large, new Size(whole.getWidth(), whole.getHeight()));
            return Mats.floats(large);
        }
    }

    private static double ramp(double none, double all, double value) {
        double t = Math.max(0, Math.min(1, (value - none) / (all - none)));
        return t * t * (3 - 2 * t);
    }

    private static float[] resized(float[] values, int width, int newWidth, int newHeight) {
        try (Mats mats = new Mats()) {
            Mat large = mats.empty();
            Imgproc.resize(mats.floats(values, width), large, new Size(newWidth, newHeight));
            return Mats.floats(large);
        }
    }
}
