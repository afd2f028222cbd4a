package org.image2ai.model.openai.compatible;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderResult.RenderedImage;
import org.image2ai.api.model.RenderSession;
import org.image2ai.api.model.RequestCheck;
import org.image2ai.kit.vendor.AccountSettings;
import org.image2ai.kit.vendor.Download;
import org.image2ai.kit.vendor.PictureSink;
import org.image2ai.kit.vendor.VendorAnswer;
import org.image2ai.kit.vendor.VendorClient;
import org.image2ai.kit.vendor.VendorFailure;
import org.image2ai.kit.vendor.VendorProfile;
import org.image2ai.kit.vendor.VendorRequest;

/**
 * One server that speaks OpenAI's Images API: LocalAI, stable-diffusion.cpp, vLLM and others. What it can do the
 * operator says, since it cannot.
 */
final class CompatibleProvider implements ImageModelProvider, RequestCheck {
    static final VendorProfile PROFILE = VendorProfile.server("server", "OpenAI-compatible server", 300);

    private static final Set<String> PICTURES = Set.of("b64_json");

    private final AccountSettings settings;
    private final ServerSettings server;
    private final ServerModels models;
    private final VendorClient client;
    /** The server's own names, by the platform's; a model that was listed is known as long as this lives. */
    private final Map<String, String> wireNames = new ConcurrentHashMap<>();

    CompatibleProvider(AccountSettings settings, Egress egress) {
        this.settings = settings;
        server = ServerSettings.of(settings);
        models = new ServerModels(settings, server);
        Map<String, String> headers = settings.apiKey()
                .map(key -> Map.of("Authorization", "Bearer " + key))
                .orElse(Map.of());
        client = new VendorClient(settings, egress, headers, new CompatibleErrors());
        if (settings.models().isEmpty() && server.creditsPerImage().isEmpty()) {
            throw settings.wrong("creditsPerImage", "set, or models given with a price each: nothing here has one");
        }
        listed(settings.models().keySet());
    }

    @Override
    public List<ImageModel> models() {
        return listed(settings.models().isEmpty() ? asked() : settings.models().keySet());
    }

    private List<ImageModel> listed(Iterable<String> names) {
        List<ImageModel> listed = models.of(names);
        names.forEach(name -> wireNames.put(ServerModels.name(name), name));
        return listed;
    }

    private List<String> asked() {
        List<String> names = new ArrayList<>();
        client.json(VendorRequest.get("/models"))
                .path("data")
                .forEach(model -> names.add(model.path("id").asText()));
        return names.stream().filter(name -> !name.isBlank()).distinct().toList();
    }

    @Override
    public void check(RenderRequest request) {
        ServerCall.check(request);
    }

    @Override
    public RenderResult render(RenderRequest request, RenderSession session) {
        ServerCall.check(request);
        if (session.cancelled()) {
            throw VendorFailure.cancelled();
        }
        session.progress(0.05, "waiting for the server");
        String wireName = wireNames.getOrDefault(request.model(), request.model());
        Read read = read(new ServerCall(request, wireName, server).toRequest(), request.count(), session);
        int pictures = read.pictures();
        // Pictures that only have an address are fetched at once: it may be gone in an hour.
        Download download = new Download(client, request, session);
        for (String address : read.addresses()) {
            if (pictures < request.count()) {
                download.to(address, pictures++);
            }
        }
        session.progress(1, "done");
        return result(Math.min(pictures, request.count()), request, read.requestId());
    }

    /** What an answer brought: pictures that went to the session, and the addresses of others. */
    private record Read(int pictures, List<String> addresses, Optional<String> requestId) {}

    private Read read(VendorRequest call, int count, RenderSession session) {
        try (VendorAnswer answer = client.send(call)) {
            JsonNode rest = answer.pictures(PICTURES, PictureSink.outputs(session, count));
            List<String> addresses = new ArrayList<>();
            int pictures = 0;
            for (JsonNode item : rest.path("data")) {
                if (item.path("b64_json").isNumber()) {
                    pictures++;
                } else if (!item.path("url").asText().isBlank()) {
                    addresses.add(item.path("url").asText());
                }
            }
            if (pictures == 0 && addresses.isEmpty()) {
                throw answer.failure("answered without a picture");
            }
            return new Read(pictures, addresses, answer.requestId());
        }
    }

    private static RenderResult result(int pictures, RenderRequest request, Optional<String> requestId) {
        // Servers count on from the seed, or do not: only that of a single picture is sure to give it again.
        Optional<Long> seed = pictures == 1 ? request.integer("seed") : Optional.empty();
        List<RenderedImage> images = IntStream.range(0, pictures)
                .mapToObj(number -> new RenderedImage(number, seed))
                .toList();
        return new RenderResult(images, List.of(), Optional.empty(), requestId, Map.of());
    }
}
