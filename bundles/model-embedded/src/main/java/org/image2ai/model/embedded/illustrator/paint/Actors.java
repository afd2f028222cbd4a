package org.image2ai.model.embedded.illustrator.paint;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Set;
import org.image2ai.model.embedded.illustrator.scene.Placed;
import org.image2ai.model.embedded.illustrator.scene.Placed.Footing;
import org.image2ai.model.embedded.illustrator.words.DayTime;
import org.image2ai.model.embedded.illustrator.words.Hand;
import org.image2ai.model.embedded.illustrator.words.Kind;
import org.image2ai.model.embedded.illustrator.words.Setting;

/** Paints the things of a scene, in its light, with their shadows. */
final class Actors {
    private static final Set<String> GLOWING = Set.of(
            "fire",
            "candle",
            "red-paper-lantern",
            "jack-o-lantern",
            "crystal-ball",
            "light-bulb",
            "ghost",
            "fireplace");
    private static final Set<String> HOT = Set.of("steaming-bowl", "cup", "pot-of-food", "teapot");
    private static final Color WARM = Ink.rgb(0xffb54a);

    private final Canvas canvas;
    private final Light light;
    private final Setting setting;
    private final Shadows shadows;
    private final Hand hand;
    private final Guise guise;
    private final boolean night;

    Actors(Canvas canvas) {
        this.canvas = canvas;
        this.light = canvas.light();
        this.setting = canvas.scene().reading().setting();
        this.shadows = new Shadows(canvas);
        this.hand = canvas.scene().reading().look().hand();
        this.guise = new Guise(canvas.scene().reading());
        this.night = canvas.scene().reading().time() == DayTime.NIGHT;
    }

    void paint(Placed thing) {
        Sprite sprite =
                Icons.sprite(Icons.by(hand, guise.of(thing)), thing.spot().height() * canvas.pixels());
        Sprites.surface(sprite, thing.surface(), thing.kind());
        shine(thing).apply(sprite.image());
        double width = sprite.width() / canvas.pixels();
        if (Rails.carry(thing) && !setting.indoors() && setting != Setting.STAGE) {
            new Rails(canvas).lay(thing.spot().base());
        }
        shadows.under(thing, sprite);
        glow(thing, width);
        if (thing.footing() == Footing.ISLAND) {
            island(thing.spot(), width);
        }
        if (thing.footing() == Footing.WATER) {
            reflection(thing, sprite);
        }
        draw(thing, sprite, 1, 1);
        if (Sign.is(thing)) {
            Sign.letter(canvas, thing, width);
        }
        over(thing, width);
    }

    private Shine shine(Placed thing) {
        double keep = setting.indoors() ? 0.7 : 0.58;
        if (GLOWING.contains(thing.icon())) {
            return new Shine(Color.WHITE, WARM, 0, 0);
        }
        Color tint = Ink.mix(light.ambient(), Color.WHITE, outOfWeather() ? 0.94 : keep);
        double from = Sky.sunX(canvas) - thing.spot().x();
        double side = Math.max(-1, Math.min(1, from / (canvas.width() * 0.16)));
        boolean mirrored = thing.flipped();
        double strength = outOfWeather() ? 0.5 : shadows.hardness();
        return new Shine(tint, light.sun(), mirrored ? -side : side, strength);
    }

    private void glow(Placed thing, double width) {
        Placed.Spot spot = thing.spot();
        double middle = spot.base() - spot.height() / 2;
        if (GLOWING.contains(thing.icon())) {
            canvas.glow(spot.x(), middle, width * 1.7, width * 1.7, Ink.alpha(WARM, 0.6));
            canvas.glow(spot.x(), spot.base(), width * 2.6, width * 0.6, Ink.alpha(WARM, night ? 0.5 : 0.2));
        } else if (night && !outOfWeather() && !canvas.paper()) {
            boolean lived = thing.kind() == Kind.BUILDING;
            double reach = Math.max(width, spot.height()) * (lived ? 0.95 : 0.8);
            canvas.glow(spot.x(), middle, reach, reach, lived ? Ink.alpha(WARM, 0.34) : Ink.alpha(light.low(), 0.5));
        }
    }

    private void island(Placed.Spot spot, double width) {
        Color sand = light.lit(0xd9b97f, 0.05);
        Color grass = light.lit(canvas.scene().reading().snowy() ? 0xeaf2fb : 0x5fa84a, 0.05);
        canvas.oval(spot.x(), spot.base() + 34, width * 0.95 + 40, 40, Ink.alpha(Ink.lighter(light.low(), 0.3), 0.35));
        canvas.oval(spot.x(), spot.base() + 24, width * 0.86 + 30, 38, Ink.darker(sand, 0.16));
        canvas.oval(spot.x(), spot.base() + 16, width * 0.82 + 26, 34, sand);
        canvas.oval(spot.x(), spot.base() + 4, width * 0.7 + 16, 24, grass);
    }

    private void over(Placed thing, double width) {
        Placed.Spot spot = thing.spot();
        if (thing.footing() == Footing.WATER) {
            Water water = new Water(canvas);
            Color foam = Ink.alpha(Ink.lighter(water.colour(0.2), 0.6), 0.75);
            canvas.oval(spot.x(), spot.base() - 8, width * 0.46, 9, foam);
            canvas.oval(spot.x(), spot.base() + 3, width * 0.5, 12, water.colour(0.15));
        }
        if (HOT.contains(thing.icon())) {
            new Steam(canvas).rise(spot.x(), spot.base() - spot.height() * 0.92, width);
        }
    }

    private void reflection(Placed thing, Sprite sprite) {
        Composite before = canvas.graphics().getComposite();
        Shape clip = canvas.graphics().getClip();
        if (setting != Setting.SEA) {
            canvas.graphics()
                    .clip(new Rectangle2D.Double(
                            0, 0, canvas.width(), canvas.scene().stage().far() - 24));
        }
        canvas.graphics().setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.2f));
        draw(thing, sprite, -0.42, 1.02);
        canvas.graphics().setClip(clip);
        canvas.graphics().setComposite(before);
    }

    private void draw(Placed thing, Sprite sprite, double up, double wide) {
        Placed.Spot spot = thing.spot();
        Graphics2D g = canvas.graphics();
        AffineTransform before = g.getTransform();
        double scale = 1 / canvas.pixels();
        g.translate(spot.x(), spot.base());
        boolean pivot = thing.footing() == Footing.AIR;
        double centre = pivot ? sprite.height() * scale / 2 : 0;
        g.translate(0, -centre);
        g.rotate(thing.tilt());
        g.translate(0, centre);
        g.scale((thing.flipped() ? -scale : scale) * wide, scale * up);
        g.translate(-sprite.width() / 2.0, -sprite.height());
        g.drawImage(sprite.image(), 0, 0, null);
        g.setTransform(before);
    }

    private boolean outOfWeather() {
        return setting == Setting.SPACE || setting == Setting.MOON || setting == Setting.ABSTRACT;
    }
}
