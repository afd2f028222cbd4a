package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Path2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;
import org.image2ai.model.embedded.illustrator.scene.Stage;

/** A grassy headland that falls to the sea on the side of the sun; others behind it, farther out. */
final class Cliff implements Backdrop {
    private static final int ROCK = 0x9a8b80;

    private final Canvas canvas;
    private final Light light;
    private final Water water;
    private final boolean left;

    Cliff(Canvas canvas) {
        this.canvas = canvas;
        this.light = canvas.light();
        this.water = new Water(canvas);
        this.left = Stage.landLeft(canvas.frame(), canvas.scene().seed());
    }

    @Override
    public void behind() {
        new Sky(canvas).paint();
        double horizon = canvas.scene().stage().horizon();
        double h = canvas.height();
        water.paint(horizon, h + 20);
        headland(new Rock("farthest", horizon - h * 0.05, 0.3, horizon + h * 0.035, 0.72));
        headland(new Rock("farther", horizon + h * 0.005, 0.44, horizon + h * 0.13, 0.45));
        headland(new Rock("cliff", h * 0.68, 0.62, h * 0.96, 0.03));
        grass();
    }

    /**
     * Land that ends at the sea.
     *
     * @param name of its dice
     * @param top how high its edge is
     * @param reach how far it comes into the picture, as a share of its width
     * @param foot where its face meets the water
     * @param distance from 0 to 1
     */
    private record Rock(String name, double top, double reach, double foot, double distance) {}

    /** A place in the picture, counted from the side of the land. */
    private double x(double share) {
        return canvas.width() * (left ? share : 1 - share);
    }

    private void headland(Rock rock) {
        Dice dice = canvas.dice(rock.name());
        double tall = rock.foot() - rock.top();
        Color stone = light.lit(Ink.mix(Ink.rgb(ROCK), Ink.rgb(0xb0a08e), dice.in(0, 1)), rock.distance());
        foam(rock, tall);
        Path2D face = face(rock, dice);
        canvas.fill(face, Canvas.vertical(rock.top(), rock.foot(), Ink.lighter(stone, 0.12), Ink.darker(stone, 0.22)));
        facets(rock, face, stone, dice);
        cap(rock, tall, dice);
    }

    private Path2D face(Rock rock, Dice dice) {
        double tall = rock.foot() - rock.top();
        Path2D face = new Path2D.Double();
        face.moveTo(x(-0.03), rock.top());
        face.lineTo(x(rock.reach()), rock.top() + tall * 0.05);
        int ledges = 7;
        for (int i = 1; i <= ledges; i++) {
            double t = i / (double) ledges;
            double out = rock.reach() + 0.1 * t * tall / (canvas.height() * 0.28) + dice.in(-0.012, 0.014);
            face.lineTo(x(out), rock.top() + tall * (t - dice.in(0, 0.06)));
            face.lineTo(x(out + dice.in(0, 0.008)), rock.top() + tall * t);
        }
        face.lineTo(x(-0.03), rock.foot() + tall * 0.1);
        face.closePath();
        return face;
    }

    /** Clefts and faces in the shade. */
    private void facets(Rock rock, Path2D face, Color stone, Dice dice) {
        var clip = canvas.graphics().getClip();
        canvas.graphics().clip(face);
        double tall = rock.foot() - rock.top();
        double w = canvas.width();
        for (int i = 0; i < 13; i++) {
            double share = rock.reach() * dice.in(0.02, 1.12);
            double wide = dice.in(0.02, 0.06) * (0.4 + rock.reach());
            Path2D facet = new Path2D.Double();
            facet.moveTo(x(share), rock.top() + tall * dice.in(0, 0.4));
            facet.lineTo(x(share + wide), rock.top() + tall * dice.in(0.2, 0.6));
            facet.lineTo(x(share + wide * 1.3), rock.foot() + 10);
            facet.lineTo(x(share - wide * 0.3), rock.foot() + 10);
            facet.closePath();
            Color tone = i % 3 == 0 ? Ink.lighter(stone, 0.2) : Ink.darker(stone, 0.3);
            canvas.fill(facet, Ink.alpha(tone, 0.4));
        }
        for (int i = 0; i < 4; i++) {
            double y = rock.top() + tall * (0.26 + 0.2 * i + dice.in(-0.04, 0.04));
            canvas.rect(0, y, w, Math.max(1, tall * 0.012), Ink.alpha(Ink.darker(stone, 0.4), 0.35));
        }
        canvas.graphics().setClip(clip);
    }

    /** The turf on top, which hangs over the edge a little. */
    private void cap(Rock rock, double tall, Dice dice) {
        Color turf = light.lit(new Ground(canvas).grass(), rock.distance());
        Path2D cap = new Path2D.Double();
        double deep = tall * 0.17;
        cap.moveTo(x(-0.03), rock.top() - tall * 0.12);
        cap.curveTo(
                x(rock.reach() * 0.4), rock.top() - tall * 0.14,
                x(rock.reach() * 0.8), rock.top() - tall * 0.03,
                x(rock.reach() + 0.012), rock.top() + tall * 0.05);
        int teeth = 14;
        for (int i = 0; i <= teeth; i++) {
            double share = rock.reach() * (1 - i / (double) teeth) - 0.03 * i / teeth;
            cap.lineTo(x(share), rock.top() + deep * (i % 2 == 0 ? dice.in(0.9, 1.3) : dice.in(0.5, 0.8)));
        }
        cap.closePath();
        canvas.fill(
                cap,
                Canvas.vertical(
                        rock.top() - tall * 0.14, rock.top() + deep, Ink.lighter(turf, 0.08), Ink.darker(turf, 0.14)));
    }

    private void foam(Rock rock, double tall) {
        Color white = Ink.alpha(Ink.lighter(water.colour(0.3), 0.7), 0.7 - rock.distance() * 0.3);
        double end = rock.reach() + 0.1 * tall / (canvas.height() * 0.28);
        canvas.oval(x(end * 0.6), rock.foot(), canvas.width() * end * 0.48, tall * 0.07 + 2, white);
        canvas.oval(x(end), rock.foot() - tall * 0.01, canvas.width() * 0.05 * (0.3 + end), tall * 0.05 + 2, white);
    }

    /** The near top of the cliff, on which things stand. */
    private void grass() {
        Dice dice = canvas.dice("turf");
        double h = canvas.height();
        Color turf = light.lit(new Ground(canvas).grass(), 0.02);
        Path2D land = new Path2D.Double();
        land.moveTo(x(-0.03), h * 0.66);
        land.curveTo(x(0.2), h * 0.645, x(0.42), h * 0.68, x(0.58), h * 0.735);
        land.curveTo(x(0.66), h * 0.775, x(0.63), h * 0.84, x(0.66), h * 0.9);
        land.curveTo(x(0.69), h * 0.96, x(0.64), h, x(0.67), h + 20);
        land.lineTo(x(-0.03), h + 20);
        land.closePath();
        canvas.fill(land, Canvas.vertical(h * 0.65, h, Ink.lighter(turf, 0.1), Ink.darker(turf, 0.2)));
        canvas.glow(x(0.3), h * 0.8, canvas.width() * 0.3, 80, Ink.alpha(Ink.lighter(turf, 0.4), 0.4));
        Trees trees = new Trees(canvas);
        boolean bare = canvas.scene().reading().snowy();
        for (int i = 0; i < 46; i++) {
            double t = Math.sqrt((i + 0.5) / 46);
            Trees.Place at = new Trees.Place(x(dice.in(0, 0.56)), h * (0.7 + 0.32 * t), 10 + 26 * t, 0.05);
            if (bare || dice.chance(0.7)) {
                trees.tuft(at, dice);
            } else {
                trees.flower(at, Ink.rgb(dice.chance(0.5) ? 0xffffff : 0xff9ec4));
            }
        }
    }
}
