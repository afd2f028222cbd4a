package org.image2ai.model.replicate;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.tck.model.SampleRequest;
import org.image2ai.tck.pictures.Pictures;

/** Requests that the recorded exchanges are about. */
final class Samples {
    static final byte[] SMALL = Pictures.png(Pictures.gradient(64, 48));
    static final byte[] MASK = Pictures.png(Pictures.mask(64, 48, new Rectangle(16, 16, 8, 8)));

    private Samples() {}

    static SampleRequest lighthouse() {
        return SampleRequest.of("flux-schnell", Operation.GENERATE)
                .prompt("a lighthouse in a storm")
                .size(1344, 768);
    }

    /** A picture that is too large for a data URL. */
    static SampleRequest large() {
        return SampleRequest.of("flux-kontext-pro", Operation.EDIT)
                .prompt("a lighthouse in a storm")
                .image(noise(640, 480));
    }

    /** What no encoder makes small. */
    static byte[] noise(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        return Pictures.png(picture);
    }

    static SampleRequest on(String model, Operation operation) {
        return SampleRequest.of(model, operation).image(SMALL);
    }

    /** One of each operation of each model; the first can fail in every way. */
    static List<RenderRequest> all() {
        List<RenderRequest> all = new ArrayList<>(generations());
        all.addAll(edits());
        return all;
    }

    private static List<RenderRequest> generations() {
        return List.of(
                lighthouse().build(),
                SampleRequest.of("flux-dev", Operation.GENERATE)
                        .prompt("a fox")
                        .size(416, 608)
                        .count(2)
                        .with("outputFormat", "jpeg")
                        .with("outputQuality", 90L)
                        .with("steps", 28L)
                        .with("guidance", 3.5)
                        .with("seed", 7L)
                        .build(),
                SampleRequest.of("flux-1.1-pro", Operation.GENERATE)
                        .prompt("a fox")
                        .size(1440, 960)
                        .with("promptUpsampling", true)
                        .with("seed", 5L)
                        .build());
    }

    private static List<RenderRequest> edits() {
        return List.of(
                on("flux-kontext-dev", Operation.EDIT)
                        .prompt("at night")
                        .with("steps", 30L)
                        .with("guidance", 2.5)
                        .with("seed", 9L)
                        .build(),
                on("flux-kontext-pro", Operation.EDIT)
                        .prompt("at night")
                        .with("outputFormat", "jpeg")
                        .build(),
                on("flux-kontext-max", Operation.EDIT).prompt("at night").build(),
                on("flux-fill-pro", Operation.INPAINT)
                        .prompt("a boat")
                        .mask(MASK)
                        .with("steps", 30L)
                        .with("guidance", 60.0)
                        .build());
    }
}
