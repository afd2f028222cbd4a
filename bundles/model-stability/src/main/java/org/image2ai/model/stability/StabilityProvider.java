package org.image2ai.model.stability;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.ErrorType;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderResult.RenderedImage;
import org.image2ai.api.model.RenderSession;
import org.image2ai.api.model.RequestCheck;
import org.image2ai.kit.vendor.AccountSettings;
import org.image2ai.kit.vendor.DollarPrices;
import org.image2ai.kit.vendor.Download;
import org.image2ai.kit.vendor.VendorAnswer;
import org.image2ai.kit.vendor.VendorClient;
import org.image2ai.kit.vendor.VendorErrors;
import org.image2ai.kit.vendor.VendorFailure;
import org.image2ai.kit.vendor.VendorProfile;

/** One account at Stability AI. A call gives one picture, which goes on as it comes and is not touched. */
final class StabilityProvider implements ImageModelProvider, RequestCheck {
    static final VendorProfile PROFILE =
            VendorProfile.cloud("stability", "Stability AI", "https://api.stability.ai", 180);

    /** More often is refused. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final AccountSettings settings;
    private final VendorClient client;
    private final List<ImageModel> offered;
    private final Duration pause;

    StabilityProvider(AccountSettings settings, Egress egress) {
        this(settings, egress, PAUSE);
    }

    /** @param pause between two looks at a generation */
    StabilityProvider(AccountSettings settings, Egress egress, Duration pause) {
        VendorErrors errors = new StabilityErrors();
        this.settings = settings;
        this.pause = pause;
        client = new VendorClient(
                settings,
                egress,
                Map.of("Authorization", "Bearer " + settings.apiKey().orElseThrow(), "stability-client-id", "image2ai"),
                errors);
        DollarPrices prices = new DollarPrices(settings);
        String region = settings.text("region").orElse("unknown");
        offered = settings.offered(Services.ALL.stream()
                .map(service -> service.toModel(prices, region))
                .toList());
    }

    @Override
    public List<ImageModel> models() {
        return offered;
    }

    @Override
    public void check(RenderRequest request) {
        Inputs.check(service(request), request);
    }

    @Override
    public RenderResult render(RenderRequest request, RenderSession session) {
        Service service = service(request);
        Inputs.check(service, request);
        ServiceCall call = new ServiceCall(service, request);
        Rendering rendering = new Rendering(request, session);
        if (service.isAsynchronous()) {
            rendering.refuseCancelled();
            new Generation(client, request, session, pause)
                    .await(call.toRequest(0), settings.timeout(), answer -> rendering.take(answer, 0));
        } else {
            for (int output = 0; output < request.count() && rendering.goesOn(call, output); output++) {
                session.progress((output + 1.0) / (request.count() + 1), "painted");
            }
        }
        return rendering.result();
    }

    private static Service service(RenderRequest request) {
        return Services.of(request.model()).orElseThrow(() -> PlatformException.invalid(
                        "unknown_model", "Stability AI has no model " + request.model() + " here.")
                .withField("model"));
    }

    /** The pictures of one request, as far as they came. */
    private final class Rendering {
        private final RenderRequest request;
        private final RenderSession session;
        private final List<RenderedImage> images = new ArrayList<>();
        private Optional<String> requestId = Optional.empty();

        Rendering(RenderRequest request, RenderSession session) {
            this.request = request;
            this.session = session;
        }

        void refuseCancelled() {
            if (session.cancelled()) {
                throw VendorFailure.cancelled();
            }
        }

        /** Fetches one more picture; when that fails at Stability AI, what is there already is kept. */
        boolean goesOn(ServiceCall call, int output) {
            refuseCancelled();
            try (VendorAnswer answer = client.send(call.toRequest(output))) {
                take(answer, output);
                return true;
            } catch (PlatformException e) {
                boolean theirs = e.type() == ErrorType.UPSTREAM
                        || e.type() == ErrorType.DENIED
                        || e.type() == ErrorType.EXHAUSTED;
                if (images.isEmpty() || !theirs) {
                    throw e;
                }
                return false;
            }
        }

        RenderedImage take(VendorAnswer answer, int output) {
            if (answer.header("finish-reason")
                    .filter("CONTENT_FILTERED"::equals)
                    .isPresent()) {
                throw charged(client.error(answer.refusal(MissingNode.getInstance())));
            }
            new Download(client, request, session).copy(answer, output);
            RenderedImage image = new RenderedImage(output, seed(answer));
            images.add(image);
            requestId = answer.requestId();
            return image;
        }

        /** A picture that came blurred is a generation that succeeded, as the reference says, and is paid. */
        private PlatformException charged(PlatformException e) {
            Map<String, String> details = new HashMap<>(e.details());
            details.put("cost", service(request).dollars());
            details.put("currency", "USD");
            return e.withDetails(details);
        }

        RenderResult result() {
            return new RenderResult(images, List.of(), Optional.empty(), requestId, Map.of());
        }
    }

    private static Optional<Long> seed(VendorAnswer answer) {
        return answer.header("seed").filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
    }
}
