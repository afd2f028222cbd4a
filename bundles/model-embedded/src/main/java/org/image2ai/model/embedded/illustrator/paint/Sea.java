package org.image2ai.model.embedded.illustrator.paint;

import org.image2ai.model.embedded.illustrator.scene.Stage;
import org.image2ai.model.embedded.illustrator.words.Landmark;
import org.image2ai.model.embedded.illustrator.words.Setting;
import org.image2ai.model.embedded.illustrator.words.Weather;

/** The open sea. */
final class Sea implements Backdrop {
    private final Canvas canvas;
    private final Water water;

    Sea(Canvas canvas) {
        this.canvas = canvas;
        this.water = new Water(canvas);
    }

    @Override
    public void behind() {
        new Sky(canvas).paint();
        Stage stage = canvas.scene().stage();
        boolean high = canvas.scene().reading().has(Landmark.MOUNTAINS);
        if (canvas.scene().reading().setting() == Setting.SEA
                && canvas.scene().reading().weather() != Weather.STORM) {
            new Ground(canvas)
                    .range(
                            stage.horizon() + 4,
                            canvas.height() * (high ? 0.34 : 0.08),
                            high ? 0.7 : 0.9,
                            high ? 4 : 16);
        }
        water.paint(stage.horizon(), canvas.height() + 20);
    }

    @Override
    public void front() {
        if (canvas.scene().reading().has(Landmark.PIER)) {
            return;
        }
        double near = canvas.scene().stage().near();
        double step = (canvas.height() - near) / 4;
        for (int i = 0; i < 5; i++) {
            water.wave("front" + i, near + step * i - 6, 0.8 + 0.07 * i);
        }
    }
}
