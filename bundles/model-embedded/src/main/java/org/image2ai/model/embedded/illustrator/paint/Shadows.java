package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import org.image2ai.model.embedded.illustrator.scene.Placed;
import org.image2ai.model.embedded.illustrator.scene.Placed.Footing;
import org.image2ai.model.embedded.illustrator.words.DayTime;
import org.image2ai.model.embedded.illustrator.words.Reading;

/**
 * The shadows of things: a dark spot where they touch the ground, and their shape cast towards the viewer, away from
 * the sun, the longer the lower it stands. Of paper, a shadow of the sheet itself.
 */
final class Shadows {
    private static final double COARSE = 9;

    private final Canvas canvas;
    private final Reading reading;

    Shadows(Canvas canvas) {
        this.canvas = canvas;
        this.reading = canvas.scene().reading();
    }

    /** How hard the light is, 0 to 1. */
    double hardness() {
        return switch (reading.weather()) {
            case CLEAR, SNOW -> 1;
            case CLOUDY -> 0.5;
            case RAIN, STORM, FOG -> 0.3;
        };
    }

    void under(Placed thing, Sprite sprite) {
        double width = sprite.width() / canvas.pixels();
        if (canvas.paper()) {
            sheet(thing, sprite);
        } else if (thing.footing() == Footing.GROUND) {
            Placed.Spot spot = thing.spot();
            Color dark = colour(reading.time() == DayTime.NIGHT ? 0.5 : 0.36);
            cast(thing, sprite);
            canvas.glow(spot.x(), spot.base() - 3, width * 0.56, Math.max(10, width * 0.1), dark);
            canvas.glow(spot.x(), spot.base() - 2, width * 0.4, Math.max(7, width * 0.06), dark);
        }
    }

    private Color colour(double alpha) {
        return Ink.alpha(Ink.darker(canvas.light().top(), 0.75), alpha);
    }

    private double length() {
        if (reading.setting().indoors()) {
            return 0.16;
        }
        return switch (reading.time()) {
            case DAY -> 0.22;
            case NIGHT -> 0.3;
            default -> 0.46;
        };
    }

    private void cast(Placed thing, Sprite sprite) {
        Placed.Spot spot = thing.spot();
        Color dark = colour(0.42 * hardness());
        double away = (spot.x() - Sky.sunX(canvas)) / canvas.width() * 1.5;
        Graphics2D g = canvas.graphics();
        AffineTransform before = g.getTransform();
        g.translate(spot.x(), spot.base() - 2);
        g.transform(new AffineTransform(1, 0, -away, -length(), 0, 0));
        stamp(Silhouette.of(sprite, dark, COARSE, 0.25), sprite, thing.flipped());
        g.setTransform(before);
    }

    private void sheet(Placed thing, Sprite sprite) {
        Placed.Spot spot = thing.spot();
        Graphics2D g = canvas.graphics();
        AffineTransform before = g.getTransform();
        g.translate(spot.x() - 5, spot.base() + 7);
        stamp(Silhouette.of(sprite, new Color(0.06f, 0.04f, 0.18f, 0.5f), COARSE, 1), sprite, thing.flipped());
        g.setTransform(before);
    }

    /** Draws a silhouette where its sprite would stand, feet at the origin. */
    private void stamp(BufferedImage image, Sprite sprite, boolean flipped) {
        double scale = 1 / canvas.pixels();
        double w = sprite.width() * scale * Silhouette.margin(sprite.width(), COARSE);
        double h = sprite.height() * scale * Silhouette.margin(sprite.height(), COARSE);
        double below = (h - sprite.height() * scale) / 2;
        AffineTransform place = AffineTransform.getTranslateInstance(flipped ? w / 2 : -w / 2, below - h);
        place.scale((flipped ? -w : w) / image.getWidth(), h / image.getHeight());
        canvas.graphics().drawImage(image, place, null);
    }
}
