package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import org.image2ai.model.embedded.illustrator.scene.Placed;
import org.image2ai.model.embedded.illustrator.scene.Scene;

/** A board in the scene that carries the quoted words. */
final class Sign {
    private static final String ICON = "signboard";

    private Sign() {}

    /** Whether something in the scene carries the words. */
    static boolean carries(Scene scene) {
        return scene.things().stream().anyMatch(o -> is(o.placed()));
    }

    static boolean is(Placed thing) {
        return thing.icon().equals(ICON);
    }

    /** Sets the words on the board: the upper half of its picture. */
    static void letter(Canvas canvas, Placed thing, double width) {
        String words = String.join(" ", canvas.scene().reading().look().type());
        if (words.isEmpty()) {
            return;
        }
        Placed.Spot spot = thing.spot();
        double top = spot.base() - spot.height() * 0.93;
        double room = spot.height() * 0.42;
        Lettering lettering = Lettering.fitted(words, width * 0.78, room * 0.8);
        Shape letters = lettering.outline(spot.x(), top + (room - lettering.height()) / 2);
        Rectangle2D box = letters.getBounds2D();
        canvas.fill(letters, Canvas.vertical(box.getY(), box.getMaxY(), Ink.rgb(0x4a2c17), Ink.rgb(0x2f1a0d)));
    }
}
