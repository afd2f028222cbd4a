package org.image2ai.model.fal;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.List;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.tck.model.SampleRequest;
import org.image2ai.tck.pictures.Pictures;

/** Requests that the recorded exchanges are about. */
final class Samples {
    static final byte[] SQUARE = Pictures.png(Pictures.solid(64, 64, Color.RED));
    static final byte[] MASK = Pictures.png(Pictures.mask(64, 64, new Rectangle(16, 16, 8, 8)));

    private Samples() {}

    static SampleRequest schnell() {
        return SampleRequest.of("flux-schnell", Operation.GENERATE)
                .prompt("a lighthouse in a storm")
                .size(1024, 768)
                .with("seed", 42L)
                .with("steps", 4L)
                .with("outputFormat", "png");
    }

    static SampleRequest dev(int count) {
        return SampleRequest.of("flux-dev", Operation.GENERATE)
                .prompt("a fox")
                .size(1440, 1088)
                .with("guidance", 4.5)
                .count(count);
    }

    static SampleRequest on(String model, Operation operation) {
        return SampleRequest.of(model, operation).image(SQUARE);
    }

    /** One of each model; the first can fail in every way. */
    static List<RenderRequest> all() {
        return List.of(
                schnell().build(),
                dev(2).build(),
                SampleRequest.of("flux-pro-v1.1", Operation.GENERATE)
                        .prompt("a fox")
                        .size(512, 512)
                        .build(),
                on("flux-pro-kontext", Operation.EDIT)
                        .prompt("at night")
                        .with("aspectRatio", "16:9")
                        .build(),
                on("flux-pro-kontext-max", Operation.EDIT).prompt("at night").build(),
                on("flux-pro-v1-fill", Operation.INPAINT)
                        .prompt("a boat")
                        .mask(MASK)
                        .with("seed", 7L)
                        .build(),
                on("bria-background-remove", Operation.REMOVE_BACKGROUND).build(),
                on("seedvr-upscale-image", Operation.UPSCALE)
                        .with("scale", 4L)
                        .with("noise", 0.2)
                        .with("outputFormat", "png")
                        .build());
    }
}
