package org.image2ai.model.embedded.illustrator.paint;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Scanner;
import java.util.regex.Pattern;

/**
 * The outlines of letters, so that type looks the same on every machine and needs no installed font. A letter that is
 * not known is set as a space.
 */
final class Letters {
    /** The height of a capital letter, in units of an em of 1000. */
    static final double CAPITAL = 703;

    private static final String FILE = "/org/image2ai/model/embedded/illustrator/letters.tsv";
    private static final Pattern PART = Pattern.compile("[MLQCZ]|-?\\d+(\\.\\d+)?");

    private record Glyph(double advance, Path2D outline) {}

    /** Loaded when the first word is set. */
    private static final class All {
        private static final Map<Integer, Glyph> GLYPHS = load();
    }

    private Letters() {}

    /** A line of type: its left end at 0, its baseline at 0, in units of an em of 1000. */
    static Path2D line(String text) {
        Path2D line = new Path2D.Double();
        double x = 0;
        for (int code : text.codePoints().toArray()) {
            Glyph glyph = All.GLYPHS.getOrDefault(code, All.GLYPHS.get((int) ' '));
            line.append(AffineTransform.getTranslateInstance(x, 0).createTransformedShape(glyph.outline()), false);
            x += glyph.advance();
        }
        return line;
    }

    /** How long a line is, in units of an em of 1000. */
    static double length(String text) {
        return text.codePoints()
                .mapToDouble(c ->
                        All.GLYPHS.getOrDefault(c, All.GLYPHS.get((int) ' ')).advance())
                .sum();
    }

    private static Map<Integer, Glyph> load() {
        try (InputStream in = Letters.class.getResourceAsStream(FILE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Map<Integer, Glyph> glyphs = new HashMap<>();
            reader.lines()
                    .map(l -> l.split("\t", -1))
                    .forEach(c ->
                            glyphs.put(Integer.parseInt(c[0]), new Glyph(Double.parseDouble(c[1]), outline(c[2]))));
            return glyphs;
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private static Path2D outline(String commands) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        try (Scanner scanner = new Scanner(commands)) {
            for (String part = next(scanner); part != null; part = next(scanner)) {
                switch (part) {
                    case "M" -> path.moveTo(number(scanner), number(scanner));
                    case "L" -> path.lineTo(number(scanner), number(scanner));
                    case "Q" -> path.quadTo(number(scanner), number(scanner), number(scanner), number(scanner));
                    case "C" ->
                        path.curveTo(
                                number(scanner),
                                number(scanner),
                                number(scanner),
                                number(scanner),
                                number(scanner),
                                number(scanner));
                    default -> path.closePath();
                }
            }
        }
        return path;
    }

    private static String next(Scanner scanner) {
        return scanner.findWithinHorizon(PART, 0);
    }

    private static double number(Scanner scanner) {
        return Double.parseDouble(next(scanner));
    }
}
