package org.image2ai.tck.model;

import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.ParameterSpec;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderSession;
import org.image2ai.api.model.SizeLimits;
import org.image2ai.tck.pictures.Pictures;

/** A provider whose one model {@code solid} gives pictures of one colour, which follows from the seed. */
public final class SolidColourProvider implements ImageModelProvider {
    private static final ImageModel SOLID = new ImageModel(
            "solid",
            "One colour",
            Set.of(Operation.GENERATE),
            InputLimits.promptOnly(1_000),
            SizeLimits.range(8, 1024, 8, new SizeLimits.Size(64, 64)),
            List.of(ParameterSpec.seed()),
            4,
            List.of(Price.creditsPerImage(Operation.GENERATE, "1")),
            "local");

    @Override
    public List<ImageModel> models() {
        return List.of(SOLID);
    }

    @Override
    public RenderResult render(RenderRequest request, RenderSession session) {
        if (!request.model().equals("solid")) {
            throw PlatformException.notFound("model", request.model());
        }
        long first = request.integer("seed").orElse(1L);
        List<RenderResult.RenderedImage> images = new ArrayList<>();
        for (int i = 0; i < request.count() && !session.cancelled(); i++) {
            long seed = first + i;
            write(request.size().orElse(SOLID.size().preferred()), seed, session.output(i, "image/png"));
            session.progress((i + 1.0) / request.count(), "painting");
            images.add(new RenderResult.RenderedImage(i, Optional.of(seed)));
        }
        return RenderResult.of(images, Map.of());
    }

    private static void write(SizeLimits.Size size, long seed, OutputStream opened) {
        Color colour = new Color((int) (seed * 0x9E3779B1L) & 0xffffff);
        try (OutputStream out = opened) {
            out.write(Pictures.png(Pictures.solid(size.width(), size.height(), colour)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
