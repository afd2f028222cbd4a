package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Path2D;
import org.image2ai.model.embedded.illustrator.words.Kind;

/** A road or a path: across the picture for what drives on it, else winding towards the horizon. */
final class Road {
    private static final int STEPS = 60;

    private final Canvas canvas;
    private final Light light;
    private final boolean paved;
    private final boolean snowy;

    Road(Canvas canvas, boolean paved) {
        this.canvas = canvas;
        this.light = canvas.light();
        this.paved = paved;
        this.snowy = canvas.scene().reading().snowy();
    }

    void paint() {
        boolean driven =
                canvas.scene().things().stream().anyMatch(o -> o.placed().kind() == Kind.VEHICLE);
        if (driven) {
            across();
        } else {
            winding();
        }
    }

    private Color surface() {
        int dirt = snowy ? 0xcdbfae : 0xc9a577;
        int asphalt = snowy ? 0xa9b4c4 : 0x6b6a76;
        return light.lit(paved ? asphalt : dirt, 0.02);
    }

    private Color verge() {
        return light.lit(snowy ? 0xf2f6fc : paved ? 0xb8a98a : 0x9c8455, 0.02);
    }

    private void across() {
        double near = canvas.scene().stage().near();
        double top = near - 74;
        double bottom = Math.min(canvas.height() * 0.985, near + 66);
        double w = canvas.width();
        canvas.rect(0, top - 10, w, bottom - top + 22, verge());
        canvas.rect(
                0,
                top,
                w,
                bottom - top,
                Canvas.vertical(top, bottom, Ink.mix(surface(), light.haze(), 0.16), surface()));
        for (double x = -30; paved && x < w; x += 150) {
            canvas.rect(x, (top + bottom) / 2 - 4, 84, 8, Ink.alpha(light.lit(0xfff1c9, 0), 0.8));
        }
    }

    private void winding() {
        double horizon = canvas.scene().stage().horizon() + 64;
        canvas.fill(band(horizon, 1.16), verge());
        Color road = surface();
        canvas.fill(
                band(horizon, 1), Canvas.vertical(horizon, canvas.height(), Ink.mix(road, light.haze(), 0.35), road));
        for (int i = 14; paved && i < STEPS; i += 4) {
            canvas.fill(
                    dash(horizon, i / (double) STEPS, (i + 2) / (double) STEPS),
                    Ink.alpha(light.lit(0xfff1c9, 0), 0.8));
        }
    }

    /** The middle of the road, t from 0 at the horizon to 1 in front. */
    private double x(double t) {
        boolean left = Sky.sunX(canvas) < canvas.width() / 2;
        double bend = Math.sin(t * 5.4 + 0.5) * canvas.width() * 0.13 * (0.25 + t) * (1.15 - t);
        double drift = (0.5 - t) * canvas.width() * 0.08;
        return canvas.width() / 2 + (left ? 1 : -1) * (bend * 1.7 + drift);
    }

    private double y(double horizon, double t) {
        return horizon + (canvas.height() + 20 - horizon) * t;
    }

    private double half(double t) {
        return 5 + (paved ? 190 : 120) * Math.pow(t, 1.35);
    }

    private Path2D band(double horizon, double wide) {
        Path2D band = new Path2D.Double();
        for (int i = 0; i <= STEPS; i++) {
            double t = i / (double) STEPS;
            point(band, x(t) - half(t) * wide, y(horizon, t), i == 0);
        }
        for (int i = STEPS; i >= 0; i--) {
            double t = i / (double) STEPS;
            point(band, x(t) + half(t) * wide, y(horizon, t), false);
        }
        band.closePath();
        return band;
    }

    private Path2D dash(double horizon, double from, double to) {
        Path2D dash = new Path2D.Double();
        dash.moveTo(x(from) - half(from) * 0.03, y(horizon, from));
        dash.lineTo(x(from) + half(from) * 0.03, y(horizon, from));
        dash.lineTo(x(to) + half(to) * 0.03, y(horizon, to));
        dash.lineTo(x(to) - half(to) * 0.03, y(horizon, to));
        dash.closePath();
        return dash;
    }

    private static void point(Path2D path, double x, double y, boolean first) {
        if (first) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }
}
