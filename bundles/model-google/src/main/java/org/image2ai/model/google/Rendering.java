package org.image2ai.model.google;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.ErrorType;
import org.image2ai.api.Money;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderResult.RenderedImage;
import org.image2ai.api.model.RenderSession;
import org.image2ai.kit.vendor.PictureSink;
import org.image2ai.kit.vendor.Refusal;
import org.image2ai.kit.vendor.VendorAnswer;
import org.image2ai.kit.vendor.VendorClient;
import org.image2ai.kit.vendor.VendorFailure;

/** The pictures of one request, as far as they came. */
final class Rendering {
    private final VendorClient client;
    private final RenderRequest request;
    private final RenderSession session;
    private final List<RenderedImage> images = new ArrayList<>();
    private final Map<String, Object> details = new HashMap<>();
    private Optional<BigDecimal> cost = Optional.of(BigDecimal.ZERO);
    private Optional<String> requestId = Optional.empty();

    Rendering(VendorClient client, RenderRequest request, RenderSession session) {
        this.client = client;
        this.request = request;
        this.session = session;
    }

    /** Asks Gemini for each picture; when a further one fails at Google, what is there already is kept. */
    void gemini(ModelCall call) {
        for (int output = 0; output < request.count(); output++) {
            refuseCancelled();
            try (VendorAnswer answer = client.send(call.gemini())) {
                takeOne(answer, output);
                session.progress((output + 1.0) / (request.count() + 1), "painted");
            } catch (PlatformException e) {
                boolean theirs = e.type() == ErrorType.UPSTREAM
                        || e.type() == ErrorType.DENIED
                        || e.type() == ErrorType.EXHAUSTED;
                if (images.isEmpty() || !theirs) {
                    throw e;
                }
                return;
            }
        }
    }

    /** A thinking model may show earlier pictures; the last one counts. */
    private void takeOne(VendorAnswer answer, int output) {
        JsonNode rest = answer.pictures(Set.of("data"), PictureSink.output(session, output));
        Optional<BigDecimal> charged = Tariff.GEMINI.get(request.model()).actual(rest.path("usageMetadata"));
        cost = cost.flatMap(sum -> charged.map(sum::add));
        Refusal refusal = new Refusal(answer.vendor(), answer.status(), answer::header, rest, id(answer, rest));
        boolean painted = false;
        for (JsonNode part : rest.at("/candidates/0/content/parts")) {
            painted |= part.at("/inlineData/data").isNumber();
        }
        if (!painted) {
            PlatformException e = GoogleErrors.inside(refusal).orElseGet(() -> wordsOnly(refusal));
            throw charged.map(amount -> charged(e, amount)).orElse(e);
        }
        images.add(new RenderedImage(output, Optional.empty()));
        requestId = refusal.requestId();
        Optional.of(rest.path("modelVersion").asText())
                .filter(version -> !version.isEmpty())
                .ifPresent(version -> details.put("model_version", version));
    }

    private static PlatformException wordsOnly(Refusal refusal) {
        return VendorFailure.unavailable(refusal.vendor(), "answered without a picture", refusal.requestId());
    }

    /** Words and thoughts are paid, even when no picture came of them. */
    private static PlatformException charged(PlatformException e, BigDecimal amount) {
        Map<String, String> details = new HashMap<>(e.details());
        details.put("cost", amount.toPlainString());
        details.put("currency", "USD");
        return e.withDetails(details);
    }

    private static Optional<String> id(VendorAnswer answer, JsonNode rest) {
        return answer.requestId().or(() -> Optional.of(rest.path("responseId").asText())
                .filter(id -> id.matches("[A-Za-z0-9_-]{1,128}")));
    }

    /** Asks Imagen for all pictures at once; those that it filters are fewer, and are not paid. */
    void imagen(ModelCall call) {
        refuseCancelled();
        cost = Optional.empty();
        try (VendorAnswer answer = client.send(call.imagen())) {
            JsonNode rest =
                    answer.pictures(Set.of("bytesBase64Encoded"), PictureSink.outputs(session, request.count()));
            int painted = 0;
            for (JsonNode prediction : rest.path("predictions")) {
                painted += prediction.path("bytesBase64Encoded").isNumber() ? 1 : 0;
            }
            if (painted == 0) {
                throw withoutPicture(answer, rest);
            }
            for (int output = 0; output < Math.min(painted, request.count()); output++) {
                images.add(new RenderedImage(output, Optional.empty()));
            }
            requestId = answer.requestId();
        }
    }

    /** When all are filtered and no reason is given, there is nothing in the answer at all. */
    private static PlatformException withoutPicture(VendorAnswer answer, JsonNode rest) {
        Refusal refusal = answer.refusal(rest);
        return GoogleErrors.inside(refusal)
                .orElseGet(() -> rest.isObject() && rest.isEmpty()
                        ? refusal.contentRefused()
                        : answer.failure("answered without a picture"));
    }

    private void refuseCancelled() {
        if (session.cancelled()) {
            throw VendorFailure.cancelled();
        }
    }

    RenderResult result() {
        Optional<Money> paid = cost.map(sum -> Money.of(sum.toPlainString(), "USD"));
        return new RenderResult(images, List.of(), paid, requestId, details);
    }
}
