package org.image2ai.model.embedded.editor.step;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.image2ai.model.embedded.editor.filter.Focus;
import org.image2ai.model.embedded.editor.filter.Pixels;
import org.image2ai.model.embedded.editor.filter.Scaling;
import org.image2ai.model.embedded.editor.filter.Tone;
import org.image2ai.model.embedded.illustrator.Illustrator;

/**
 * What stands behind a subject.
 *
 * @param kind what it is made of
 * @param shades the colours, for {@link Kind#COLOUR} one and for {@link Kind#GRADIENT} two
 * @param words what the illustrator is to draw, for {@link Kind#SCENE}
 */
public record Backdrop(Kind kind, List<Shade> shades, String words) {
    private static final double BLURRED = 38;
    private static final double ADAPTED = 0.16;

    /** What a background can be made of. */
    public enum Kind {
        COLOUR,
        GRADIENT,
        BLUR,
        GREY,
        SCENE
    }

    public Backdrop {
        shades = List.copyOf(shades);
    }

    /** One colour. */
    public static Backdrop of(Shade shade) {
        return new Backdrop(Kind.COLOUR, List.of(shade), "");
    }

    /** From one colour at the top to another at the bottom. */
    public static Backdrop of(Shade top, Shade bottom) {
        return new Backdrop(Kind.GRADIENT, List.of(top, bottom), "");
    }

    /** A place that the illustrator draws. */
    public static Backdrop of(String scene) {
        return new Backdrop(Kind.SCENE, List.of(), scene);
    }

    /** The background that is there, blurred or without its colours. */
    public static Backdrop of(Kind kind) {
        return new Backdrop(kind, List.of(), "");
    }

    Map<String, Object> describe() {
        Map<String, Object> facts =
                Facts.of("replace-background", "with", kind.name().toLowerCase(Locale.ROOT));
        if (!shades.isEmpty()) {
            facts.put("colours", shades.stream().map(Shade::hex).toList());
        }
        return facts;
    }

    /** @param bare the picture without its subject */
    BufferedImage paint(BufferedImage bare, Studio studio) {
        switch (kind) {
            case COLOUR -> fill(bare, shades.get(0), shades.get(0));
            case GRADIENT -> fill(bare, shades.get(0), shades.get(1));
            case BLUR -> Focus.blur(bare, Math.max(bare.getWidth(), bare.getHeight()) / BLURRED);
            case GREY -> new Tone(0, 0, -100, 0).apply(bare);
            default -> {
                return scene(bare, studio);
            }
        }
        return bare;
    }

    private static void fill(BufferedImage picture, Shade top, Shade bottom) {
        int[] pixels = Pixels.of(picture);
        for (int i = 0; i < pixels.length; i++) {
            double down = (double) (i / picture.getWidth()) / picture.getHeight();
            pixels[i] = Pixels.mix(top.rgb(), bottom.rgb(), down);
        }
    }

    private BufferedImage scene(BufferedImage bare, Studio studio) {
        double scale = Math.min(1, (double) Illustrator.MAX_SIDE / Math.max(bare.getWidth(), bare.getHeight()));
        int width = side(bare.getWidth() * scale);
        int height = side(bare.getHeight() * scale);
        BufferedImage drawn = studio.illustrator().scene(words, width, height, studio.seed());
        return Scaling.covering(Pixels.copy(drawn), bare.getWidth(), bare.getHeight());
    }

    private static int side(double length) {
        return (int) Math.max(Illustrator.MIN_SIDE, Math.min(Illustrator.MAX_SIDE, Math.round(length)));
    }

    /** Takes the light of a drawn place into the subject a little, so that both belong together. */
    void light(BufferedImage subject, BufferedImage background) {
        if (kind != Kind.SCENE) {
            return;
        }
        int mean = Pixels.of(Scaling.to(background, 1, 1))[0];
        double middle = Math.max(24, Pixels.luma(mean));
        double[] cast = {Pixels.red(mean) / middle, Pixels.green(mean) / middle, Pixels.blue(mean) / middle};
        double dim = Math.min(1, 0.55 + middle / 200);
        int[] pixels = Pixels.of(subject);
        for (int i = 0; i < pixels.length; i++) {
            int lit = Pixels.rgb(
                    Pixels.red(pixels[i]) * dim * (1 + (cast[0] - 1) * ADAPTED),
                    Pixels.green(pixels[i]) * dim * (1 + (cast[1] - 1) * ADAPTED),
                    Pixels.blue(pixels[i]) * dim * (1 + (cast[2] - 1) * ADAPTED));
            pixels[i] = lit & 0xffffff | pixels[i] & 0xff000000;
        }
    }
}
