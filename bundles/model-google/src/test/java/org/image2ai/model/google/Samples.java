package org.image2ai.model.google;

import java.awt.Color;
import java.util.List;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.tck.model.SampleRequest;
import org.image2ai.tck.pictures.Pictures;

/** Requests that the recorded exchanges are about. */
final class Samples {
    static final byte[] SQUARE = Pictures.png(Pictures.solid(64, 64, Color.RED));
    static final byte[] PHOTOGRAPH = Pictures.jpeg(Pictures.solid(64, 64, Color.BLUE));

    private Samples() {}

    static SampleRequest flash() {
        return generate("gemini-3.1-flash-image", 1024, 1024);
    }

    static SampleRequest imagen() {
        return generate("imagen-4.0-generate-001", 2560, 1792).count(2);
    }

    static SampleRequest generate(String model, int width, int height) {
        return SampleRequest.of(model, Operation.GENERATE)
                .prompt("a lighthouse in a storm")
                .size(width, height);
    }

    static SampleRequest edit(String model, int width, int height) {
        return SampleRequest.of(model, Operation.EDIT)
                .prompt("in winter")
                .image(SQUARE)
                .size(width, height);
    }

    /** One of each operation of each model; the first can fail in every way. */
    static List<RenderRequest> all() {
        return List.of(
                flash().build(),
                edit("gemini-3.1-flash-image", 688, 384).image(PHOTOGRAPH).build(),
                edit("gemini-3.1-flash-image", 1024, 1024)
                        .prompt("keep")
                        .with("keepShape", true)
                        .build(),
                generate("gemini-3-pro-image", 1696, 2528).build(),
                edit("gemini-3-pro-image", 1024, 1024).build(),
                generate("gemini-3.1-flash-lite-image", 1584, 672).count(2).build(),
                edit("gemini-3.1-flash-lite-image", 1024, 1024).build(),
                imagen().with("personGeneration", "allow_adult").build(),
                generate("imagen-4.0-ultra-generate-001", 1024, 1024).build(),
                generate("imagen-4.0-fast-generate-001", 768, 1408).build());
    }
}
