package org.image2ai.model.fal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderSession;
import org.image2ai.kit.vendor.AccountSettings;
import org.image2ai.kit.vendor.VendorClient;
import org.image2ai.kit.vendor.VendorFailure;
import org.image2ai.kit.vendor.VendorProfile;

/** One account at fal. Its pictures are copied at once, as they come, and are not touched. */
final class FalProvider implements ImageModelProvider {
    static final VendorProfile PROFILE = VendorProfile.cloud("fal", "fal", "https://queue.fal.run", 300);

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final AccountSettings settings;
    private final VendorClient client;
    private final Queue queue;
    private final Offer offer;
    private final Optional<String> safetyTolerance;

    FalProvider(AccountSettings settings, Egress egress) {
        this(settings, egress, FIRST, LONGEST);
    }

    /**
     * @param first how long is waited at first between two looks at a request
     * @param longest and how long at last
     */
    FalProvider(AccountSettings settings, Egress egress, Duration first, Duration longest) {
        this.settings = settings;
        client = new VendorClient(
                settings,
                egress,
                Map.of("Authorization", "Key " + settings.apiKey().orElseThrow()),
                new FalErrors());
        queue = new Queue(client, first, longest);
        offer = Offer.of(settings);
        safetyTolerance = settings.integer("safetyTolerance", 1, 6).map(level -> Integer.toString(level));
    }

    @Override
    public List<ImageModel> models() {
        return offer.models();
    }

    @Override
    public RenderResult render(RenderRequest request, RenderSession session) {
        Endpoint endpoint = offer.endpoint(request.model());
        if (session.cancelled()) {
            throw VendorFailure.cancelled();
        }
        ModelCall call = new ModelCall(endpoint, request, safetyTolerance);
        return new Rendering(client, queue, endpoint, request, session).run(call, deadline(request));
    }

    private Instant deadline(RenderRequest request) {
        Instant most = Instant.now().plus(settings.timeout());
        Instant wanted = request.context().deadline();
        return wanted.isBefore(most) ? wanted : most;
    }
}
