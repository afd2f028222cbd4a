package org.image2ai.model.embedded.illustrator.paint;

import org.image2ai.model.embedded.illustrator.words.Landmark;
import org.image2ai.model.embedded.illustrator.words.Reading;
import org.image2ai.model.embedded.illustrator.words.Setting;

/** What belongs to a place besides its backdrop: roads, piers, fences, branches, low walls, fireworks. */
final class Landmarks {
    private final Canvas canvas;
    private final Reading reading;

    Landmarks(Canvas canvas) {
        this.canvas = canvas;
        this.reading = canvas.scene().reading();
    }

    void behind() {
        if (reading.has(Landmark.FIREWORKS)) {
            new Fireworks(canvas).paint();
        }
        if (reading.has(Landmark.ROAD) && !paved()) {
            new Road(canvas, true).paint();
        } else if (reading.has(Landmark.PATH) && !paved()) {
            new Road(canvas, false).paint();
        }
        if (reading.has(Landmark.PIER)) {
            new Pier(canvas).paint();
        }
        if (reading.has(Landmark.MARKET)) {
            new Market(canvas).paint();
        }
        if (reading.has(Landmark.FENCE)) {
            new Fence(canvas).paint(canvas.scene().stage().far() + 6, 120);
        }
        if (reading.has(Landmark.LOW_FENCE)) {
            double top = canvas.scene().stage().near();
            new Fence(canvas).paint(canvas.height() * 0.96, canvas.height() * 0.96 - top);
        }
        if (reading.has(Landmark.LOW_WALL)) {
            new LowWall(canvas).paint();
        }
        if (reading.has(Landmark.BRANCH)) {
            new Branch(canvas).paint();
        }
    }

    void front() {
        if (reading.has(Landmark.NEAR_FENCE)) {
            new Fence(canvas).paint(canvas.scene().stage().near() + 40, 170);
        }
        if (reading.has(Landmark.BRANCH)) {
            new Branch(canvas).leaves();
        }
    }

    /** Whether the place is all road already. */
    private boolean paved() {
        return reading.setting() == Setting.CITY
                || reading.setting() == Setting.VILLAGE
                || reading.setting() == Setting.WALL
                || reading.setting().indoors();
    }
}
