package org.image2ai.model.embedded.illustrator;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.SizeLimits;
import org.image2ai.model.embedded.illustrator.meaning.Meanings;
import org.image2ai.model.embedded.illustrator.paint.Lettering;
import org.image2ai.model.embedded.illustrator.paint.Painter;
import org.image2ai.model.embedded.illustrator.scene.Composer;
import org.image2ai.model.embedded.illustrator.scene.Frame;
import org.image2ai.model.embedded.illustrator.scene.Scene;
import org.image2ai.model.embedded.illustrator.words.Lexicon;
import org.image2ai.model.embedded.illustrator.words.Look;
import org.image2ai.model.embedded.illustrator.words.PromptReader;
import org.image2ai.model.embedded.illustrator.words.Reading;

/**
 * Draws an illustration for a prompt: reads the words, composes a scene, paints it. It needs no network and no model
 * weights. Safe for concurrent calls; the words are loaded at the first one.
 */
public final class Illustrator implements AutoCloseable {
    /** The shortest side of a picture, in pixels. */
    public static final int MIN_SIDE = 256;

    /** The longest side of a picture, in pixels. */
    public static final int MAX_SIDE = 2048;

    private static final List<String> FIRST = List.of(
            "a cat under a tree", "a red car in the city at night, \"hello\"", "a house by the lake, watercolour");

    private final Meanings meanings = new Meanings();
    private Lexicon lexicon;
    private PromptReader reader;
    private PromptReader exact;

    /**
     * Draws a picture. The same arguments give the same pixels on the same build and machine.
     *
     * @throws PlatformException INVALID {@code invalid_parameter} when a side is out of range
     */
    public Illustration draw(String prompt, int width, int height, long seed) {
        Scene scene = compose(prompt, new SizeLimits.Size(width, height), seed, Wishes.NONE);
        return new Illustration(Painter.paint(scene, width, height), scene.describe());
    }

    /** The picture of {@link #draw} alone: a place to put something else into. */
    public BufferedImage scene(String prompt, int width, int height, long seed) {
        return draw(prompt, width, height, seed).image();
    }

    /**
     * The first thing of a phrase, in its colour, on transparency.
     *
     * @param phrase a noun phrase: {@code a red balloon}
     * @param size the height in pixels; a long thing is less high
     * @return plain ARGB, cut to what is not transparent; empty when the phrase names nothing that can be drawn
     */
    public Optional<BufferedImage> object(String phrase, int size) {
        return reader().read(phrase).subjects().stream().findFirst().map(s -> Painter.cutout(s, size));
    }

    /**
     * Text as type on transparency, broken into lines where that makes it larger.
     *
     * @param width in pixels; the height follows
     * @param colour of the letters
     */
    public BufferedImage lettering(String text, int width, Color colour) {
        return Lettering.alone(text, width, colour);
    }

    /** What the words say, without guesses at those it does not know: so that others can refuse what it would guess. */
    public Reading read(String phrase) {
        return exact().read(phrase);
    }

    /** What a picture will show, before it is painted at any size of these proportions. */
    Scene compose(String prompt, SizeLimits.Size size, long seed, Wishes wishes) {
        requireSide("width", size.width());
        requireSide("height", size.height());
        Reading reading = reader().read(prompt);
        Look own = reading.look().with(wishes.style(), wishes.palette());
        Look look = own.with(wishes.varied(own.styleOrFlat()), wishes.varied(own.paletteOrNatural()))
                .by(wishes.hand());
        Frame frame = Frame.of(size.width(), size.height());
        return Composer.compose(reading.in(look), frame, seed, wishes.arrangement());
    }

    private static void requireSide(String name, int side) {
        if (side < MIN_SIDE || side > MAX_SIDE) {
            throw PlatformException.invalid(
                            "invalid_parameter",
                            "The " + name + " of an illustration is " + side + ", not " + MIN_SIDE + " to " + MAX_SIDE
                                    + " pixels.")
                    .withField("parameters." + name);
        }
    }

    /** Draws small pictures that use the most of it, until all are drawn or the thread is interrupted. */
    void warmUp() {
        for (String prompt : FIRST) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            draw(prompt, MIN_SIDE, MIN_SIDE, 0);
        }
    }

    /** Lets go of the sentence encoder. */
    @Override
    public void close() {
        meanings.close();
    }

    private synchronized PromptReader reader() {
        if (reader == null) {
            reader = new PromptReader(lexicon(), meanings);
        }
        return reader;
    }

    private synchronized PromptReader exact() {
        if (exact == null) {
            exact = new PromptReader(lexicon());
        }
        return exact;
    }

    private synchronized Lexicon lexicon() {
        if (lexicon == null) {
            lexicon = new Lexicon();
        }
        return lexicon;
    }
}
