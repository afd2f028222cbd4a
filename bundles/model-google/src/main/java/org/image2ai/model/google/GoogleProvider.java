package org.image2ai.model.google;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderSession;
import org.image2ai.api.model.RequestCheck;
import org.image2ai.kit.vendor.AccountSettings;
import org.image2ai.kit.vendor.DollarPrices;
import org.image2ai.kit.vendor.VendorClient;
import org.image2ai.kit.vendor.VendorProfile;
import org.image2ai.kit.vendor.VendorRequest;

/**
 * One account at Google's Gemini API. Its pictures go on as they come, with the watermark (SynthID) and the marks of
 * provenance (C2PA) that Google put into them.
 */
final class GoogleProvider implements ImageModelProvider, RequestCheck {
    static final VendorProfile PROFILE =
            VendorProfile.cloud("google", "Google", "https://generativelanguage.googleapis.com/v1beta", 180);

    private static final Set<String> THRESHOLDS =
            Set.of("BLOCK_LOW_AND_ABOVE", "BLOCK_MEDIUM_AND_ABOVE", "BLOCK_ONLY_HIGH", "BLOCK_NONE", "OFF");

    private final AccountSettings settings;
    private final VendorClient client;
    private final List<ImageModel> offered;
    private final Optional<String> safetyThreshold;

    GoogleProvider(AccountSettings settings, Egress egress) {
        this.settings = settings;
        client = new VendorClient(
                settings, egress, Map.of("x-goog-api-key", settings.apiKey().orElseThrow()), new GoogleErrors());
        String region = settings.text("region").orElse("US");
        offered = settings.offered(new Models(new DollarPrices(settings), region).all());
        safetyThreshold = settings.text("safetyThreshold");
        if (safetyThreshold.filter(word -> !THRESHOLDS.contains(word)).isPresent()) {
            throw settings.wrong("safetyThreshold", "one of " + THRESHOLDS);
        }
    }

    /** Those that the operator named; where he named none, those that Google still has. */
    @Override
    public List<ImageModel> models() {
        if (!settings.models().isEmpty()) {
            return offered;
        }
        Set<String> live = listed();
        List<ImageModel> both =
                offered.stream().filter(model -> live.contains(model.name())).toList();
        return both.isEmpty()
                ? offered.stream()
                        .filter(model -> !Models.isImagen(model.name()))
                        .toList()
                : both;
    }

    /** What the account is said to have. Gateways in front of Google often do not say; then Gemini's are offered. */
    private Set<String> listed() {
        Set<String> live = new HashSet<>();
        try {
            JsonNode list = client.json(VendorRequest.get("/models?pageSize=1000"));
            list.path("models")
                    .forEach(model -> live.add(model.path("name").asText().replaceFirst("^models/", "")));
        } catch (PlatformException e) {
            if (e.code().equals("vendor_auth") || e.retryable()) {
                throw e;
            }
        }
        return live;
    }

    @Override
    public void check(RenderRequest request) {
        boolean editing = request.operation() == Operation.EDIT;
        if (editing == request.inputs().isEmpty()) {
            String message = editing ? "Editing needs a picture." : "Generating takes words only.";
            throw PlatformException.invalid("unsupported_request", message).withField("inputs");
        }
    }

    @Override
    public RenderResult render(RenderRequest request, RenderSession session) {
        check(request);
        ModelCall call = new ModelCall(request, safetyThreshold);
        Rendering rendering = new Rendering(client, request, session);
        session.progress(0.1, "asked");
        if (Models.isImagen(request.model())) {
            rendering.imagen(call);
        } else {
            rendering.gemini(call);
        }
        return rendering.result();
    }
}
