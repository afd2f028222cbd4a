package org.image2ai.model.embedded.illustrator.paint;

import java.awt.geom.Path2D;
import java.util.Set;
import org.image2ai.model.embedded.illustrator.scene.Placed;

/** The track that a train stands on. */
final class Rails {
    private static final Set<String> TRAINS = Set.of("locomotive", "bullet-train", "tram-car", "railway-car");

    private final Canvas canvas;

    Rails(Canvas canvas) {
        this.canvas = canvas;
    }

    static boolean carry(Placed thing) {
        return TRAINS.contains(thing.icon()) && thing.footing() == Placed.Footing.GROUND;
    }

    /** Ballast, sleepers and two rails across the picture. */
    void lay(double base) {
        Light light = canvas.light();
        double w = canvas.width();
        canvas.rect(
                0,
                base - 14,
                w,
                46,
                Canvas.vertical(base - 14, base + 32, light.lit(0x9a8f86, 0.1), light.lit(0x6f665f, 0)));
        for (double x = -20; x < w + 20; x += 44) {
            Path2D sleeper = new Path2D.Double();
            sleeper.moveTo(x + 6, base - 10);
            sleeper.lineTo(x + 24, base - 10);
            sleeper.lineTo(x + 20, base + 24);
            sleeper.lineTo(x, base + 24);
            sleeper.closePath();
            canvas.fill(sleeper, light.lit(0x5a4030, 0));
        }
        canvas.rect(0, base - 7, w, 5, light.lit(0xc9d1da, 0));
        canvas.rect(0, base - 2, w, 3, light.lit(0x59616b, 0));
        canvas.rect(0, base + 12, w, 6, light.lit(0xdfe6ee, 0));
        canvas.rect(0, base + 18, w, 4, light.lit(0x59616b, 0));
    }
}
