package org.image2ai.model.replicate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderSession;
import org.image2ai.api.model.RequestCheck;
import org.image2ai.kit.vendor.AccountSettings;
import org.image2ai.kit.vendor.VendorClient;
import org.image2ai.kit.vendor.VendorProfile;

/** One account at Replicate. */
final class ReplicateProvider implements ImageModelProvider, RequestCheck {
    static final VendorProfile PROFILE =
            VendorProfile.cloud("replicate", "Replicate", "https://api.replicate.com", 300);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final AccountSettings settings;
    private final Rendering.Line line;
    private final Catalogue catalogue;

    ReplicateProvider(AccountSettings settings, Egress egress) {
        this(settings, egress, PAUSE);
    }

    /** @param pause before the second look at a prediction */
    ReplicateProvider(AccountSettings settings, Egress egress, Duration pause) {
        this.settings = settings;
        VendorClient client = new VendorClient(
                settings,
                egress,
                Map.of("Authorization", "Bearer " + settings.apiKey().orElseThrow()),
                new ReplicateErrors());
        line = new Rendering.Line(client, new Predictions(client, pause));
        catalogue = new Catalogue(settings, client);
    }

    @Override
    public List<ImageModel> models() {
        return catalogue.models();
    }

    @Override
    public void check(RenderRequest request) {
        catalogue.of(request.model()).ifPresent(model -> Inputs.check(model, request));
    }

    @Override
    public RenderResult render(RenderRequest request, RenderSession session) {
        ReplicateModel model = catalogue
                .find(request.model())
                .orElseThrow(() -> PlatformException.upstream(
                        "vendor_gone", "Replicate has no model " + request.model() + " here.", false));
        Inputs.check(model, request);
        return new Rendering(line, request, session, deadline(request)).run(model);
    }

    private Instant deadline(RenderRequest request) {
        Instant most = Instant.now().plus(settings.timeout());
        Instant wanted = request.context().deadline();
        return wanted.isBefore(most) ? wanted : most;
    }
}
