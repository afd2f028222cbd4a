package org.image2ai.karaf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderSession;
import org.image2ai.api.model.SizeLimits;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** A provider of one model {@code m} that behaves as told. */
record Plugin(Behaviour behaviour) implements ImageModelProvider {
    private static final ImageModel MODEL = new ImageModel(
            "m",
            "A test",
            Set.of(Operation.GENERATE),
            InputLimits.promptOnly(1_000),
            SizeLimits.range(8, 64, 8, new SizeLimits.Size(32, 32)),
            List.of(),
            4,
            List.of(Price.creditsPerImage(Operation.GENERATE, "1")),
            "local");

    /** What it does with a request. */
    interface Behaviour {
        RenderResult render(RenderRequest request, RenderSession session);
    }

    static ServiceRegistration<ImageModelProvider> register(BundleContext context, String id, Behaviour behaviour) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("image2ai.provider.id", id);
        properties.put("image2ai.provider.vendor", "Test");
        properties.put("image2ai.provider.local", true);
        return context.registerService(ImageModelProvider.class, new Plugin(behaviour), properties);
    }

    @Override
    public List<ImageModel> models() {
        return List.of(MODEL);
    }

    @Override
    public RenderResult render(RenderRequest request, RenderSession session) {
        return behaviour.render(request, session);
    }

    /** Gives the first {@code pictures} of the pictures asked for. */
    static RenderResult paint(RenderSession session, int pictures) {
        List<RenderResult.RenderedImage> images = new java.util.ArrayList<>();
        for (int i = 0; i < pictures; i++) {
            try (OutputStream out = session.output(i, "image/png")) {
                ImageIO.write(new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB), "png", out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            images.add(new RenderResult.RenderedImage(i, Optional.empty()));
        }
        return RenderResult.of(images, Map.of());
    }

    /** Gives this file, as a vendor does that marks its pictures itself. */
    static RenderResult give(RenderSession session, byte[] file) {
        try (OutputStream out = session.output(0, "image/png")) {
            out.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return RenderResult.of(List.of(new RenderResult.RenderedImage(0, Optional.empty())), Map.of());
    }

    /** Writes something that is no picture and says that it is one. */
    static RenderResult lie(RenderSession session) {
        return give(session, new byte[1_000]);
    }
}
