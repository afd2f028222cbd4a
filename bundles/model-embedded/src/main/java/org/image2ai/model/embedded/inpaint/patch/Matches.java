package org.image2ai.model.embedded.inpaint.patch;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.SplittableRandom;

/** For each patch that reaches into the hole, the known patch that is most like it, as far as one was found. */
final class Matches {
    private static final int R = Level.R;
    private static final int NONE = -1;
    private static final int TRIES = 64;

    final Rectangle box;
    private final Level level;
    private final SplittableRandom random;
    private final int[] match;
    private final int[] cost;
    private int count;

    private Matches(Level level, SplittableRandom random) {
        this.level = level;
        this.random = random;
        this.box = level.nearBounds();
        this.match = new int[box.width * box.height];
        this.cost = new int[match.length];
        Arrays.fill(match, NONE);
    }

    /** Matches by chance. */
    static Matches byChance(Level level, SplittableRandom random) {
        Matches matches = new Matches(level, random);
        matches.init((x, y) -> NONE);
        return matches;
    }

    /** The same matches at twice the resolution. */
    Matches doubled(Level finer) {
        Matches matches = new Matches(finer, random);
        matches.init((x, y) -> {
            int of = of(x / 2, y / 2);
            int sx = 2 * (of % level.width) + (x & 1);
            int sy = 2 * (of / level.width) + (y & 1);
            return of != NONE && finer.isSource(sx, sy) ? sy * finer.width + sx : NONE;
        });
        return matches;
    }

    @FunctionalInterface
    private interface Guess {
        int at(int x, int y);
    }

    private void init(Guess guess) {
        for (int y = box.y; y < box.y + box.height; y++) {
            for (int x = box.x; x < box.x + box.width; x++) {
                if (level.near[y * level.width + x]) {
                    int guessed = guess.at(x, y);
                    match[index(x, y)] = guessed == NONE ? anySource() : guessed;
                    count++;
                }
            }
        }
    }

    private int anySource() {
        for (int i = 0; i < TRIES; i++) {
            int x = random.nextInt(R, level.width - R);
            int y = random.nextInt(R, level.height - R);
            if (level.isSource(x, y)) {
                return y * level.width + x;
            }
        }
        int at = random.nextInt(level.near.length);
        while (!level.isSource(at % level.width, at / level.width)) {
            at = (at + 1) % level.near.length;
        }
        return at;
    }

    private int index(int x, int y) {
        return (y - box.y) * box.width + x - box.x;
    }

    /** How many patches are matched. */
    int count() {
        return count;
    }

    /** The centre of the known patch, or −1 where the patch around the pixel does not reach into the hole. */
    int of(int x, int y) {
        return box.contains(x, y) ? match[index(x, y)] : NONE;
    }

    /** The summed squared difference of the two patches when they were last compared. */
    int cost(int x, int y) {
        return cost[index(x, y)];
    }

    /** Compares all matches anew, after the picture changed. */
    void compare() {
        for (int i = 0; i < match.length; i++) {
            if (match[i] != NONE) {
                cost[i] = difference(box.x + i % box.width, box.y + i / box.width, match[i], Integer.MAX_VALUE);
            }
        }
    }

    /**
     * Looks for better matches: those of the neighbours, moved, and by chance around the present one.
     *
     * @param forward whether from the upper left, else from the lower right
     * @param reach how far from the present match
     */
    void search(boolean forward, int reach) {
        int step = forward ? 1 : -1;
        for (int n = 0; n < match.length; n++) {
            int i = forward ? n : match.length - 1 - n;
            if (match[i] != NONE) {
                int x = box.x + i % box.width;
                int y = box.y + i / box.width;
                tryNeighbour(i, x - step, y, step);
                tryNeighbour(i, x, y - step, step * level.width);
                tryAround(i, reach);
            }
        }
    }

    private void tryNeighbour(int i, int x, int y, int move) {
        int of = of(x, y);
        if (of != NONE) {
            offer(i, of % level.width + move % level.width, of / level.width + move / level.width);
        }
    }

    private void tryAround(int i, int reach) {
        for (int far = reach; far > 0; far /= 2) {
            int x = match[i] % level.width + random.nextInt(-far, far + 1);
            int y = match[i] / level.width + random.nextInt(-far, far + 1);
            offer(i, x, y);
        }
    }

    private void offer(int i, int x, int y) {
        int candidate = y * level.width + x;
        if (candidate != match[i] && level.isSource(x, y)) {
            int difference = difference(box.x + i % box.width, box.y + i / box.width, candidate, cost[i]);
            if (difference < cost[i]) {
                cost[i] = difference;
                match[i] = candidate;
            }
        }
    }

    /** Stops as soon as it is known not to be below the limit. */
    private int difference(int x, int y, int source, int limit) {
        int[] rgb = level.rgb;
        int left = -Math.min(R, x);
        int right = Math.min(R, level.width - 1 - x);
        int bottom = Math.min(R, level.height - 1 - y);
        int sum = level.remoteness(source % level.width - x, source / level.width - y);
        for (int dy = -Math.min(R, y); dy <= bottom && sum < limit; dy++) {
            int a = (y + dy) * level.width + x;
            int b = source + dy * level.width;
            for (int dx = left; dx <= right; dx++) {
                sum += Level.squared(rgb[a + dx], rgb[b + dx]);
            }
        }
        return sum;
    }
}
