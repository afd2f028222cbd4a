package org.image2ai.model.embedded.illustrator.paint;

import java.awt.image.BufferedImage;
import org.image2ai.model.embedded.illustrator.scene.Scene;
import org.image2ai.model.embedded.illustrator.words.Look;
import org.image2ai.model.embedded.illustrator.words.Subject;

/** Paints a scene: backdrop, things, what is nearer, what is in the air, and the last pass. */
public final class Painter {
    private Painter() {}

    /** A thing in its colour on transparency, as high as that many pixels. */
    public static BufferedImage cutout(Subject subject, int height) {
        Sprite sprite = Icons.sprite(subject.thing().icon(), height);
        Sprites.surface(sprite, subject.surface(), subject.thing().kind());
        return sprite.image();
    }

    /** Paints a scene at a size in pixels. The same scene and size give the same pixels. */
    public static BufferedImage paint(Scene scene, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Canvas canvas = new Canvas(image, scene);
        try {
            Backdrop backdrop = Backdrop.of(canvas);
            Atmosphere atmosphere = new Atmosphere(canvas);
            Actors actors = new Actors(canvas);
            Landmarks landmarks = new Landmarks(canvas);
            backdrop.behind();
            landmarks.behind();
            atmosphere.behind();
            for (Scene.Owned thing : scene.things()) {
                actors.paint(thing.placed());
            }
            if (!scene.reading().perched()) {
                backdrop.front();
            }
            landmarks.front();
            atmosphere.front();
            new Title(canvas).paint();
        } finally {
            canvas.dispose();
        }
        Look look = scene.reading().look();
        Grade.apply(image, look.paletteOrNatural());
        Technique.of(look.styleOrFlat()).apply(image, scene.seed());
        return image;
    }
}
