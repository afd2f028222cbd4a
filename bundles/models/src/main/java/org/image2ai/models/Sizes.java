package org.image2ai.models;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.model.CatalogueEntry;
import org.image2ai.api.model.ParameterOutcome;
import org.image2ai.api.model.ParameterOutcome.Fate;
import org.image2ai.api.model.SizeLimits;
import org.image2ai.api.model.SizeLimits.Size;

/** Chooses the size of a result: what is asked for where a model can make it; else the nearest, or a refusal. */
final class Sizes {
    static final String WIDTH = "width";
    static final String HEIGHT = "height";

    private final CatalogueEntry entry;
    private final Wish wish;
    private final List<ParameterOutcome> outcomes;

    Sizes(CatalogueEntry entry, Wish wish, List<ParameterOutcome> outcomes) {
        this.entry = entry;
        this.wish = wish;
        this.outcomes = outcomes;
    }

    static boolean isSide(String parameter) {
        return parameter.equals(WIDTH) || parameter.equals(HEIGHT);
    }

    Optional<Size> fit() {
        SizeLimits limits = entry.model().size();
        if (limits.follows()) {
            leaveOut(WIDTH, wish.width());
            leaveOut(HEIGHT, wish.height());
            return Optional.empty();
        }
        if (wish.size().isPresent() && limits.allows(wish.size().get())) {
            return wish.size();
        }
        long width = side(WIDTH, wish.width(), limits.preferred().width());
        long height = side(HEIGHT, wish.height(), limits.preferred().height());
        if (width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE) {
            Size size = new Size((int) width, (int) height);
            if (limits.allows(size)) {
                return Optional.of(size);
            }
        }
        if (!wish.bestEffort()) {
            throw Validator.refuse(
                    "invalid_parameter", "parameters." + offending(limits, width), possible(limits, width, height));
        }
        return Optional.of(nearest(limits, width, height));
    }

    private void leaveOut(String side, Object given) {
        if (given == null) {
            return;
        }
        if (!wish.bestEffort()) {
            throw Parameters.unknown(entry, side);
        }
        outcomes.add(new ParameterOutcome(side, Fate.DROPPED, "The size follows from the input."));
    }

    private static long side(String name, Object given, int preferred) {
        if (given == null) {
            return preferred;
        }
        if (!(given instanceof Long side) || side < 1) {
            throw Parameters.wrong(name, given, "a whole number above 0");
        }
        return side;
    }

    /** The size that a model can make whose shape, and then whose sides, differ least. */
    private Size nearest(SizeLimits limits, long width, long height) {
        Size nearest = limits.fixed().stream()
                .min(Comparator.comparingDouble((Size s) -> difference(s.width() * height, s.height() * width))
                        .thenComparingDouble(s -> difference(s.width(), width)))
                .orElseGet(() -> new Size(moved(limits, width), moved(limits, height)));
        note(WIDTH, width, nearest.width());
        note(HEIGHT, height, nearest.height());
        return nearest;
    }

    private static double difference(double one, double other) {
        return Math.abs(Math.log(one / other));
    }

    private static int moved(SizeLimits limits, long side) {
        int step = limits.step();
        long least = (limits.min() + step - 1L) / step * step;
        long most = limits.max() / step * (long) step;
        return (int) Math.max(least, Math.min(most, (side + step / 2) / step * step));
    }

    private void note(String side, long asked, int taken) {
        if (asked != taken) {
            outcomes.add(new ParameterOutcome(side, Fate.CHANGED, taken + " was taken"));
        }
    }

    private static String offending(SizeLimits limits, long width) {
        boolean widthIsGood = limits.fixed().isEmpty()
                && width >= limits.min()
                && width <= limits.max()
                && width % limits.step() == 0;
        return widthIsGood ? HEIGHT : WIDTH;
    }

    private String possible(SizeLimits limits, long width, long height) {
        String possible = limits.fixed().isEmpty()
                ? "sides of " + limits.min() + " to " + limits.max() + " in steps of " + limits.step()
                : limits.fixed().toString();
        return "The size is " + width + "x" + height + "; " + entry.fullName() + " makes " + possible + ".";
    }
}
