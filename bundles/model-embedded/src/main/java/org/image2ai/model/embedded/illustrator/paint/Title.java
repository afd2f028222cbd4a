package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.image2ai.model.embedded.illustrator.words.Reading;
import org.image2ai.model.embedded.illustrator.words.Style;

/** Quoted words as the title of the picture, where no sign in it carries them. */
final class Title {
    private static final int PROBES = 24;

    private final Canvas canvas;

    Title(Canvas canvas) {
        this.canvas = canvas;
    }

    /** The words for the sky: all that no sign carries. */
    void paint() {
        Reading reading = canvas.scene().reading();
        List<String> type = reading.look().type();
        if (type.isEmpty() || Sign.carries(canvas.scene())) {
            return;
        }
        double margin = reading.look().styleOrFlat() == Style.POSTER ? 80 : 56;
        double room = canvas.height() * (canvas.height() > canvas.width() ? 0.2 : 0.17);
        Lettering lettering = Lettering.fitted(String.join(" ", type), canvas.width() - 2.6 * margin, room);
        set(lettering.outline(canvas.width() / 2, margin), margin, lettering.height());
    }

    private void set(Shape letters, double top, double height) {
        boolean onDark = brightness(top, height) < 0.6;
        Color ink = onDark ? Ink.rgb(0xfff6e2) : Ink.rgb(0x2a2145);
        Color back = onDark ? Ink.alpha(Ink.rgb(0x140c2e), 0.6) : Ink.alpha(Ink.rgb(0xffffff), 0.8);
        double depth = Math.max(2, height * 0.035);
        canvas.line(letters, depth * 2, back);
        Shape below = AffineTransform.getTranslateInstance(depth * 0.4, depth).createTransformedShape(letters);
        canvas.line(below, depth * 2, back);
        canvas.fill(letters, ink);
        Graphics2D g = canvas.graphics();
        Shape clip = g.getClip();
        g.clip(letters);
        Rectangle2D box = letters.getBounds2D();
        Color low = onDark ? Ink.alpha(Ink.mix(canvas.light().sun(), Ink.rgb(0xffb347), 0.5), 0.75) : Ink.alpha(ink, 0);
        canvas.rect(
                box.getX(),
                box.getY(),
                box.getWidth(),
                box.getHeight(),
                Canvas.vertical(box.getY() + box.getHeight() * 0.4, box.getMaxY(), Ink.alpha(low, 0), low));
        g.setClip(clip);
    }

    /** How bright it is where the title will stand. */
    private double brightness(double top, double height) {
        double sum = 0;
        for (int i = 0; i < PROBES; i++) {
            int x = (int) ((0.15 + 0.7 * i / PROBES) * canvas.image().getWidth());
            int y = (int) ((top + height * (i % 3) / 2) * canvas.pixels());
            sum += Pixels.luminance(
                    canvas.image().getRGB(x, Math.min(y, canvas.image().getHeight() - 1)));
        }
        return sum / PROBES;
    }
}
