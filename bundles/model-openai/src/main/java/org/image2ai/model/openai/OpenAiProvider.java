package org.image2ai.model.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.ParameterOutcome;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderResult.RenderedImage;
import org.image2ai.api.model.RenderSession;
import org.image2ai.api.model.RequestCheck;
import org.image2ai.kit.vendor.AccountSettings;
import org.image2ai.kit.vendor.DollarPrices;
import org.image2ai.kit.vendor.VendorAnswer;
import org.image2ai.kit.vendor.VendorClient;
import org.image2ai.kit.vendor.VendorFailure;
import org.image2ai.kit.vendor.VendorProfile;
import org.image2ai.kit.vendor.VendorRequest;

/**
 * One account at OpenAI. Its pictures go on as they come, with the marks of provenance (C2PA) that OpenAI put into
 * them.
 */
final class OpenAiProvider implements ImageModelProvider, RequestCheck {
    static final VendorProfile PROFILE = VendorProfile.cloud("openai", "OpenAI", "https://api.openai.com/v1", 180);

    private static final int MOST_PREVIEWS = 3;

    private final AccountSettings settings;
    private final VendorClient client;
    private final List<ImageModel> offered;
    private final String moderation;
    private final Optional<Pseudonym> pseudonym;

    OpenAiProvider(AccountSettings settings, Egress egress) {
        this.settings = settings;
        client = new VendorClient(
                settings,
                egress,
                Map.of("Authorization", "Bearer " + settings.apiKey().orElseThrow()),
                new OpenAiErrors());
        offered = settings.offered(models(settings));
        moderation = settings.text("moderation").orElse("auto");
        if (!Set.of("auto", "low").contains(moderation)) {
            throw settings.wrong("moderation", "auto or low");
        }
        pseudonym = settings.secret("userKey").map(Pseudonym::new);
    }

    private static List<ImageModel> models(AccountSettings settings) {
        String region = settings.text("region").orElse("US");
        return new Models(new DollarPrices(settings), region).all();
    }

    /** Those that the operator named; where he named none, those that OpenAI still has. */
    @Override
    public List<ImageModel> models() {
        if (!settings.models().isEmpty()) {
            return offered;
        }
        Set<String> live = listed();
        List<ImageModel> both =
                offered.stream().filter(model -> live.contains(model.name())).toList();
        return both.isEmpty() ? offered : both;
    }

    /** What the account is said to have. Gateways in front of OpenAI often do not say; then all is offered. */
    private Set<String> listed() {
        Set<String> live = new HashSet<>();
        try {
            client.json(VendorRequest.get("/models"))
                    .path("data")
                    .forEach(model -> live.add(model.path("id").asText()));
        } catch (PlatformException e) {
            if (e.code().equals("vendor_auth") || e.retryable()) {
                throw e;
            }
        }
        return live;
    }

    @Override
    public void check(RenderRequest request) {
        Inputs.check(request);
    }

    @Override
    public RenderResult render(RenderRequest request, RenderSession session) {
        Inputs.check(request);
        if (session.cancelled()) {
            throw VendorFailure.cancelled();
        }
        session.progress(0.05, "waiting for OpenAI");
        VendorRequest call = new ImageCall(request, account(request), previews(request, session)).toRequest();
        try (VendorAnswer answer = client.send(call)) {
            Answers.Read read = new Answers(client, session, request.count()).read(answer);
            session.progress(1, "done");
            return result(request, read, answer.requestId());
        }
    }

    /** The events of a stream do not say which of several pictures they are of, so only one can be watched. */
    private static int previews(RenderRequest request, RenderSession session) {
        boolean possible = request.count() == 1 && !request.model().equals(Models.DALL_E_2);
        return possible ? Math.min(MOST_PREVIEWS, session.wantedPreviews()) : 0;
    }

    private Map<String, String> account(RenderRequest request) {
        Map<String, String> account = new HashMap<>(Map.of("moderation", moderation));
        pseudonym.ifPresent(
                hash -> account.put("user", hash.of(request.context().account())));
        return account;
    }

    private static RenderResult result(RenderRequest request, Answers.Read read, Optional<String> requestId) {
        List<RenderedImage> images = IntStream.range(0, read.pictures())
                .mapToObj(number -> new RenderedImage(number, Optional.empty()))
                .toList();
        JsonNode usage = read.rest().path("usage");
        Map<String, Object> details = new HashMap<>();
        for (String name : List.of("input_tokens", "output_tokens", "total_tokens")) {
            if (usage.path(name).isIntegralNumber()) {
                details.put(name, usage.path(name).asLong());
            }
        }
        return new RenderResult(
                images,
                changed(request, read.rest()),
                Tariff.of(request.model()).flatMap(tariff -> tariff.actual(usage)),
                requestId,
                details);
    }

    /** What OpenAI says that it took instead of what was asked. */
    private static List<ParameterOutcome> changed(RenderRequest request, JsonNode rest) {
        List<ParameterOutcome> changed = new ArrayList<>();
        Map.of("quality", "quality", "background", "background", "outputFormat", "output_format")
                .forEach((name, field) -> {
                    String taken = rest.path(field).asText();
                    boolean other = request.text(name)
                            .filter(asked -> !asked.equals("auto") && !taken.isEmpty() && !asked.equals(taken))
                            .isPresent();
                    if (other) {
                        changed.add(new ParameterOutcome(
                                name, ParameterOutcome.Fate.CHANGED, "OpenAI took " + taken + "."));
                    }
                });
        return changed;
    }
}
