package org.image2ai.model.embedded.illustrator.paint;

import java.awt.Color;
import java.awt.geom.Path2D;
import org.image2ai.model.embedded.illustrator.scene.Dice;

/** Market stalls before the houses: striped awnings, and fruit in crates. */
final class Market {
    private static final int[] CLOTHS = {0xd9483b, 0x2f8f6b, 0x3f7fc4, 0xe0982f, 0x8a5bb0};
    private static final int[] FRUIT = {0xe5322d, 0xf5812a, 0xfcc21b, 0x6fae3f, 0x8e4ee0, 0xc2502a};
    private static final double WIDE = 250;

    private final Canvas canvas;
    private final Light light;

    Market(Canvas canvas) {
        this.canvas = canvas;
        this.light = canvas.light();
    }

    void paint() {
        Dice dice = canvas.dice("market");
        double base = canvas.scene().stage().horizon() + 62;
        int first = dice.below(CLOTHS.length);
        int stalls = (int) Math.ceil(canvas.width() / (WIDE * 1.12)) + 1;
        double start = canvas.width() / 2 - stalls * WIDE * 1.12 / 2;
        for (int i = 0; i < stalls; i++) {
            stall(start + i * WIDE * 1.12, base + i % 2 * 10, CLOTHS[(first + i) % CLOTHS.length], dice);
        }
    }

    private void stall(double x, double base, int cloth, Dice dice) {
        Color wood = light.lit(0x8a5f3f, 0.04);
        canvas.glow(x + WIDE / 2, base, WIDE * 0.6, 16, Ink.alpha(Color.BLACK, 0.3));
        canvas.rect(x + 6, base - 190, 8, 190, wood);
        canvas.rect(x + WIDE - 14, base - 190, 8, 190, wood);
        canvas.rect(x + 14, base - 170, WIDE - 28, 110, Ink.alpha(Ink.darker(light.lit(cloth, 0.1), 0.62), 0.82));
        canvas.rect(
                x,
                base - 66,
                WIDE,
                66,
                Canvas.vertical(base - 66, base, Ink.lighter(wood, 0.16), Ink.darker(wood, 0.14)));
        for (int i = 0; i < 4; i++) {
            crate(x + 8 + i * (WIDE - 16) / 4, base - 66, (WIDE - 16) / 4 - 5, dice);
        }
        awning(x - 10, base - 206, WIDE + 20, cloth);
    }

    private void crate(double x, double base, double wide, Dice dice) {
        int fruit = FRUIT[dice.below(FRUIT.length)];
        for (int row = 0; row < 3; row++) {
            for (int i = 0; i < 4 - row; i++) {
                Color skin = light.lit(Ink.mix(Ink.rgb(fruit), Color.WHITE, dice.in(0, 0.16)), 0.04);
                canvas.oval(x + wide * (i + 0.5 + row * 0.5) / 4, base - 14 - row * 10, 8, 8, skin);
            }
        }
        canvas.rect(x, base - 10, wide, 14, light.lit(0xc9a072, 0.04));
        canvas.rect(x, base - 4, wide, 2, light.lit(0x8a5f3f, 0.04));
    }

    private void awning(double x, double y, double wide, int cloth) {
        int stripes = 8;
        double w = wide / stripes;
        for (int i = 0; i < stripes; i++) {
            Color colour = light.lit(i % 2 == 0 ? cloth : 0xfaf3e6, 0.03);
            double slant = 16 * (1 - 2.0 * i / stripes);
            double slantNext = 16 * (1 - 2.0 * (i + 1) / stripes);
            Path2D p = new Path2D.Double();
            p.moveTo(x + i * w + slant, y);
            p.lineTo(x + (i + 1) * w + slantNext, y);
            p.lineTo(x + (i + 1) * w, y + 50);
            p.quadTo(x + (i + 0.5) * w, y + 76, x + i * w, y + 50);
            p.closePath();
            canvas.fill(p, Canvas.vertical(y, y + 66, Ink.lighter(colour, 0.08), Ink.darker(colour, 0.12)));
        }
    }
}
