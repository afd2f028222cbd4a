package org.image2ai.benchmarks;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.ProviderInfo;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderSession;
import org.image2ai.api.model.SizeLimits;
import org.osgi.service.component.annotations.Component;

/**
 * A provider that takes no time, so that what is measured is the platform: pictures of about 1 MB and 10 kB, and with the
 * system property {@code image2ai.benchmarks.stub} one that asks a stub of OpenAI's API over HTTP for its picture.
 */
@Component
@ProviderInfo(id = "instant", vendor = "Benchmarks", local = true)
public final class InstantProvider implements ImageModelProvider {
    private static final String LARGE = "1mb";
    private static final String SMALL = "10kb";

    private static final String STUB = "10kb-stub";

    private final String stub = System.getProperty("image2ai.benchmarks.stub", "");
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, byte[]> pictures = Map.of(LARGE, noise(577), SMALL, noise(57));

    /** Noise does not compress: three bytes a pixel. */
    private static byte[] noise(int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(side);
        for (int i = 0; i < side * side; i++) {
            image.setRGB(i % side, i / side, random.nextInt());
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<ImageModel> models() {
        return List.of(model(LARGE), model(SMALL), model(STUB));
    }

    private static ImageModel model(String name) {
        return new ImageModel(
                name,
                "Noise at once",
                Set.of(Operation.GENERATE),
                InputLimits.promptOnly(1_000),
                SizeLimits.range(8, 1024, 1, new SizeLimits.Size(577, 577)),
                List.of(),
                4,
                List.of(Price.creditsPerImage(Operation.GENERATE, "1")),
                "local");
    }

    @Override
    public RenderResult render(RenderRequest request, RenderSession session) {
        List<RenderResult.RenderedImage> images = new ArrayList<>();
        for (int i = 0; i < request.count(); i++) {
            try (OutputStream out = session.output(i, "image/png")) {
                out.write(request.model().equals(STUB) ? asked() : pictures.get(request.model()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            images.add(new RenderResult.RenderedImage(i, Optional.empty()));
        }
        return RenderResult.of(images, Map.of());
    }

    private byte[] asked() throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stub))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"model\":\"m\",\"prompt\":\"a fox\"}"))
                .build();
        try {
            String answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            int from = answer.indexOf("\"b64_json\":\"") + "\"b64_json\":\"".length();
            return Base64.getDecoder().decode(answer.substring(from, answer.indexOf('"', from)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
