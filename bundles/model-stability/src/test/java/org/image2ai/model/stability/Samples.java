package org.image2ai.model.stability;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.SizeLimits.Size;
import org.image2ai.tck.model.SampleRequest;
import org.image2ai.tck.pictures.Pictures;

/** Requests that the recorded exchanges are about. */
final class Samples {
    static final byte[] SQUARE = Pictures.png(Pictures.solid(64, 64, Color.RED));
    static final byte[] MASK = Pictures.png(Pictures.mask(64, 64, new Rectangle(16, 16, 8, 8)));

    private Samples() {}

    static SampleRequest ultra() {
        return SampleRequest.of("stable-image-ultra", Operation.GENERATE)
                .prompt("a lighthouse in a storm")
                .size(1024, 1024);
    }

    static SampleRequest creative() {
        return on("upscale-creative", Operation.UPSCALE)
                .prompt("a flower")
                .with("creativity", 0.3)
                .with("stylePreset", "enhance");
    }

    static SampleRequest on(String model, Operation operation) {
        return SampleRequest.of(model, operation).image(SQUARE);
    }

    /** One of each operation of each model; the first can fail in every way. */
    static List<RenderRequest> all() {
        List<RenderRequest> all = new ArrayList<>(List.of(
                ultra().build(),
                SampleRequest.of("stable-image-core", Operation.GENERATE)
                        .prompt("a fox")
                        .size(2016, 1152)
                        .with("stylePreset", "cinematic")
                        .with("negativePrompt", "fog")
                        .with("outputFormat", "jpeg")
                        .with("seed", 7L)
                        .count(2)
                        .build()));
        all.addAll(diffusion());
        all.addAll(edits());
        all.add(on("upscale-fast", Operation.UPSCALE).build());
        all.add(on("upscale-conservative", Operation.UPSCALE)
                .prompt("a flower")
                .with("creativity", 0.25)
                .build());
        all.add(creative().build());
        return all;
    }

    private static List<RenderRequest> diffusion() {
        Map<String, Size> sizes = Map.of(
                "sd3.5-large", new Size(832, 1216),
                "sd3.5-large-turbo", new Size(1536, 640),
                "sd3.5-medium", new Size(1088, 896),
                "sd3.5-flash", new Size(768, 1344));
        List<RenderRequest> all = new ArrayList<>();
        sizes.forEach((model, size) -> {
            SampleRequest sample =
                    SampleRequest.of(model, Operation.GENERATE).prompt("a fox").size(size.width(), size.height());
            all.add((model.equals("sd3.5-large") ? sample.with("cfgScale", 4.5) : sample).build());
        });
        return all;
    }

    private static List<RenderRequest> edits() {
        return List.of(
                on("inpaint", Operation.INPAINT)
                        .prompt("a boat")
                        .mask(MASK)
                        .with("growMask", 5L)
                        .with("negativePrompt", "people")
                        .with("stylePreset", "photographic")
                        .with("seed", 42L)
                        .with("outputFormat", "png")
                        .build(),
                on("erase", Operation.INPAINT).mask(MASK).build(),
                on("outpaint", Operation.OUTPAINT)
                        .with("left", 100L)
                        .with("down", 50L)
                        .with("creativity", 0.5)
                        .build(),
                on("search-and-replace", Operation.EDIT)
                        .prompt("a cat")
                        .with("searchPrompt", "dog")
                        .build(),
                on("search-and-recolor", Operation.EDIT)
                        .prompt("a yellow car")
                        .with("selectPrompt", "car")
                        .build(),
                on("remove-background", Operation.REMOVE_BACKGROUND)
                        .with("outputFormat", "png")
                        .build());
    }
}
