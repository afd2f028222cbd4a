package org.image2ai.identity.oidc;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.egress.EgressRequest;

/**
 * The exchanges of one call with a provider: all go through {@link Egress}, share one deadline, follow no redirect and
 * take no long answer. What keeps an answer from coming is {@code identity_unavailable}.
 */
final class EgressSender implements HTTPRequestSender {
    private static final long ANSWER_BYTES = 256 * 1024;
    /** Egress sets these itself, from the body that it is given. */
    private static final Set<String> SET_BY_EGRESS = Set.of("host", "content-length", "content-type");

    private final OidcSettings settings;
    private final Egress egress;
    private final long end;

    EgressSender(OidcSettings settings, Egress egress) {
        this.settings = settings;
        this.egress = egress;
        this.end = System.nanoTime() + settings.deadline().toNanos();
    }

    /** Fetches a JSON document; whatever is not one, with the status 200, is unavailable. */
    String json(URI address) {
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, address);
        request.setAccept("application/json");
        HTTPResponse answer = send(request);
        if (answer.getStatusCode() != HTTPResponse.SC_OK) {
            throw Outcomes.unavailable(
                    settings, address.getHost() + " answers with status " + answer.getStatusCode(), true);
        }
        return answer.getBody();
    }

    @Override
    public HTTPResponse send(ReadOnlyHTTPRequest request) {
        URI address = request.getURI();
        try (Egress.Answer answer = egress.send(translated(request))) {
            if (answer.status() >= 500 || answer.status() == 429) {
                throw Outcomes.unavailable(
                        settings, address.getHost() + " answers with status " + answer.status(), true);
            }
            HTTPResponse response = new HTTPResponse(answer.status());
            answer.header("content-type").ifPresent(type -> response.setHeader("Content-Type", type));
            response.setBody(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
            return response;
        } catch (IOException e) {
            throw Outcomes.unavailable(settings, address.getHost() + " broke off its answer", true)
                    .causedBy(e);
        } catch (PlatformException e) {
            throw e.code().equals(Outcomes.UNAVAILABLE) ? e : unreachable(address, e);
        }
    }

    private PlatformException unreachable(URI address, PlatformException e) {
        return Outcomes.unavailable(settings, address.getHost() + " gives " + e.code(), e.retryable())
                .causedBy(e);
    }

    private EgressRequest translated(ReadOnlyHTTPRequest request) {
        Map<String, String> headers = new TreeMap<>();
        request.getHeaderMap().forEach((name, all) -> {
            if (!SET_BY_EGRESS.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, String.join(", ", all));
            }
        });
        return new EgressRequest(
                request.getMethod().name(),
                request.getURI(),
                headers,
                body(request),
                new EgressRequest.Limits(left(), ANSWER_BYTES, 0));
    }

    private static Optional<EgressRequest.Body> body(ReadOnlyHTTPRequest request) {
        if (request.getBody() == null) {
            return Optional.empty();
        }
        byte[] bytes = request.getBody().getBytes(StandardCharsets.UTF_8);
        String type = request.getHeaderMap()
                .getOrDefault("Content-Type", List.of("application/x-www-form-urlencoded"))
                .get(0);
        return Optional.of(new EgressRequest.Body(type, bytes.length, () -> new ByteArrayInputStream(bytes)));
    }

    private Duration left() {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        if (left.toMillis() <= 0) {
            throw Outcomes.unavailable(settings, "its answers took longer than deadlineSeconds", true);
        }
        return left;
    }
}
