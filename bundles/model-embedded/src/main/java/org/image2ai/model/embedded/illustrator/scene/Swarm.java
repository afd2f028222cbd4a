package org.image2ai.model.embedded.illustrator.scene;

import java.util.ArrayList;
import java.util.List;
import org.image2ai.model.embedded.illustrator.words.Kind;

/** Scatters things in the air or under water, each as far from the others as chance allows. */
final class Swarm {
    private static final int TRIES = 40;

    private final Frame frame;
    private final Dice dice;
    private final List<Scene.Owned> standing;
    private final boolean above;

    /**
     * @param standing what stands on the ground and had better not be hidden
     * @param above whether it is seen from above: fish then turn every way
     */
    Swarm(Frame frame, Dice dice, List<Scene.Owned> standing, boolean above) {
        this.above = above;
        this.frame = frame;
        this.dice = dice;
        this.standing = List.copyOf(standing);
    }

    /**
     * @param items what is to be placed
     * @param top the highest point
     * @param bottom the lowest point
     */
    List<Scene.Owned> scatter(List<Item> items, double top, double bottom) {
        List<Scene.Owned> placed = new ArrayList<>();
        double room = frame.width() * (bottom - top) * 0.62;
        double need = items.stream().mapToDouble(i -> i.height() * i.height()).sum();
        double factor = Math.min(1, Math.sqrt(room / Math.max(1, need)));
        for (Item item : items) {
            double size = Math.min(item.height() * factor, (bottom - top) * 0.96);
            double[] centre = best(placed, size, top, bottom);
            placed.add(hover(item, size * dice.in(0.86, 1.1), centre));
        }
        return placed;
    }

    private double[] best(List<Scene.Owned> others, double size, double top, double bottom) {
        double reach = Math.max(0, frame.width() / 2 - size * 0.56);
        double high = top + size / 2;
        double low = Math.max(high + 1, bottom - size / 2);
        double[] best = null;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < TRIES; i++) {
            double x = frame.width() / 2 + dice.in(-reach, reach);
            double y = dice.in(high, low);
            double score = Math.min(gap(others, x, y, size), 50) + 1.4 * Math.min(gap(standing, x, y, size), 20);
            score -= 0.12 * Math.abs(x - frame.width() / 2) + 0.1 * Math.abs(y - (high + low) / 2);
            if (score > bestScore) {
                bestScore = score;
                best = new double[] {x, y};
            }
        }
        return best;
    }

    private static double gap(List<Scene.Owned> others, double x, double y, double size) {
        double least = 1000;
        for (Scene.Owned other : others) {
            Placed.Spot spot = other.placed().spot();
            double distance = Math.hypot(spot.x() - x, spot.base() - spot.height() / 2 - y);
            least = Math.min(least, distance - (spot.height() + size) / 2);
        }
        return least;
    }

    private Scene.Owned hover(Item item, double size, double[] centre) {
        Kind kind = item.subject().thing().kind();
        boolean flipped = kind.turnable() && (centre[0] < frame.width() * 0.46) != dice.chance(0.12);
        double sway = above ? (kind == Kind.FISH ? 1.1 : 0) : kind == Kind.AIRCRAFT ? 0.06 : 0.14;
        double tilt = dice.in(-sway, sway);
        Placed.Spot spot = new Placed.Spot(centre[0], centre[1] + size / 2, size, order(kind) + size);
        return item.at(spot, flipped, tilt);
    }

    /** The heavens are behind what stands on the ground; birds and balloons are before it. */
    private static double order(Kind kind) {
        return kind == Kind.CELESTIAL ? -5000 : 5000;
    }
}
