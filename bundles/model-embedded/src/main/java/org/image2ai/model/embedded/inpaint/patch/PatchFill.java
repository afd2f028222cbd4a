package org.image2ai.model.embedded.inpaint.patch;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.image2ai.model.embedded.inpaint.Fill;
import org.image2ai.model.embedded.inpaint.Hole;

/** Fills a hole so that every small patch of it is like one of its surroundings. The same picture, the same fill. */
public final class PatchFill implements Fill {
    private static final long SEED = 20_071_109;
    private static final int LEAST_MARGIN = 128;
    private static final int THIN = 20;
    private static final int SMALL = 20_000;
    private static final int SKETCHABLE = 4 * SMALL;
    private static final int LEAST_SOURCES = 200;
    private static final double SHARPNESS = 2;
    private static final int FEW_ROUNDS = 2;
    private static final int MANY_ROUNDS = 14;
    private static final int COMPARISONS = 500_000;
    private static final int FINE_REACH = 16;
    private static final int FINE = 30_000;
    private static final double MENDING = 0.9;

    private final Fill otherwise;

    /** @param otherwise for holes that leave too few whole patches between them: specks all over the picture */
    public PatchFill(Fill otherwise) {
        this.otherwise = otherwise;
    }

    @Override
    public void fill(int[] rgb, Hole hole, Stage stage) {
        int margin = Math.max(LEAST_MARGIN, Math.max(hole.bounds().width, hole.bounds().height));
        Rectangle part = hole.surroundings(margin);
        Level whole = cut(rgb, hole, part);
        List<Level> levels = pyramid(whole);
        Level coarsest = levels.get(levels.size() - 1);
        if (coarsest.sources() == 0 || coarsest.rgb.length > SKETCHABLE) {
            otherwise.fill(rgb, hole, stage);
        } else {
            Sketch.draw(coarsest);
            refine(levels, stage);
            paste(whole, rgb, hole.width(), part);
        }
    }

    private static Level cut(int[] rgb, Hole hole, Rectangle part) {
        int[] pixels = new int[part.width * part.height];
        for (int y = 0; y < part.height; y++) {
            System.arraycopy(rgb, (part.y + y) * hole.width() + part.x, pixels, y * part.width, part.width);
        }
        return new Level(part.width, pixels, hole.within(part).cells());
    }

    private static void paste(Level from, int[] rgb, int width, Rectangle part) {
        for (int i = 0; i < from.rgb.length; i++) {
            if (from.depth[i] > 0) {
                rgb[(part.y + i / part.width) * width + part.x + i % part.width] = from.rgb[i];
            }
        }
    }

    /** From fine to coarse, until the picture can be sketched or too little around the hole is known. */
    private static List<Level> pyramid(Level whole) {
        List<Level> levels = new ArrayList<>(List.of(whole));
        Level last = whole;
        while (last.thickness() > THIN || last.rgb.length > SMALL) {
            last = last.halved();
            if (last.sources() < LEAST_SOURCES) {
                break;
            }
            levels.add(last);
        }
        return levels;
    }

    private static void refine(List<Level> levels, Stage stage) {
        Level level = levels.get(levels.size() - 1);
        Matches matches = Matches.byChance(level, new SplittableRandom(SEED));
        rounds(level, matches, levels.size() - 1, stage);
        for (int i = levels.size() - 2; i >= 0; i--) {
            level = levels.get(i);
            matches = matches.doubled(level);
            new Painter(level, matches, 0).paint();
            rounds(level, matches, i, stage);
        }
        stage.reached(MENDING);
        matches.compare();
        Seams.mend(level, matches, new Painter(level, matches, SHARPNESS));
    }

    /** Searches and paints in turn. Each level takes four times as long as the one before. */
    private static void rounds(Level level, Matches matches, int number, Stage stage) {
        int rounds = Math.max(FEW_ROUNDS, Math.min(MANY_ROUNDS, COMPARISONS / matches.count()));
        int reach = matches.count() > FINE ? FINE_REACH : Math.max(level.width, level.height);
        Painter painter = new Painter(level, matches, SHARPNESS);
        double before = MENDING * Math.pow(0.25, number + 1.0);
        double after = MENDING * Math.pow(0.25, number);
        for (int round = 0; round < rounds; round++) {
            stage.reached(before + (after - before) * round / rounds);
            matches.compare();
            matches.search(true, reach);
            matches.search(false, reach);
            painter.paint();
        }
    }
}
