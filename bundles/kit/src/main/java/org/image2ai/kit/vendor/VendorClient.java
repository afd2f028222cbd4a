package org.image2ai.kit.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.egress.EgressRequest;

/**
 * The line to one account at a vendor, for all of its threads. Its own way out is asked for at the first call, since a
 * bundle may be admitted a little after it was started.
 */
public final class VendorClient {
    private static final int REDIRECTS = 3;

    private final AccountSettings settings;
    private final Egress egress;
    private final Map<String, String> headers;
    private final VendorErrors errors;
    private volatile Egress way;

    /**
     * @param settings the account
     * @param egress the bundle's own reference to the service
     * @param headers what every request to the base URL has, the key among it; never sent to another origin
     * @param errors what the vendor's refusals mean
     */
    public VendorClient(AccountSettings settings, Egress egress, Map<String, String> headers, VendorErrors errors) {
        this.settings = settings;
        this.egress = egress;
        this.headers = Map.copyOf(headers);
        this.errors = errors;
    }

    /** Who is at the other end. */
    public String vendor() {
        return settings.vendorName();
    }

    /**
     * Sends a request and waits for the head of a success.
     *
     * @return to be closed by the caller, who streams its body
     * @throws PlatformException what the vendor's errors make of a refusal; UPSTREAM {@code vendor_unavailable} when it
     *     cannot be talked to or is too slow; UPSTREAM {@code vendor_host_refused} when an address may not be called
     */
    public VendorAnswer send(VendorRequest request) {
        VendorAnswer answer = new VendorAnswer(vendor(), exchange(request));
        if (answer.status() / 100 == 2) {
            return answer;
        }
        try (answer) {
            throw error(answer.refusal());
        }
    }

    /**
     * Sends a request and reads an answer without pictures, of 4 MiB at most.
     *
     * @throws PlatformException as {@link #send}, and when the answer is not JSON
     */
    public JsonNode json(VendorRequest request) {
        try (VendorAnswer answer = send(request.upTo(Math.min(request.answerBytes(), VendorRequest.JSON_BYTES)))) {
            return answer.json();
        }
    }

    /** What a refusal means, also one that came inside a success or an event. */
    public PlatformException error(Refusal refusal) {
        return errors.of(refusal).orElseGet(refusal::byStatus);
    }

    private Egress.Answer exchange(VendorRequest request) {
        URI uri = address(request.path());
        Map<String, String> all = new HashMap<>(isOurs(uri) ? headers : Map.of());
        all.putAll(request.headers());
        boolean reads = request.body().isEmpty() && request.method().equals("GET");
        EgressRequest.Limits limits =
                new EgressRequest.Limits(left(request), request.answerBytes(), reads ? REDIRECTS : 0);
        try {
            return way().send(new EgressRequest(request.method(), uri, all, request.body(), limits, request.retries()));
        } catch (PlatformException e) {
            throw VendorFailure.ofEgress(vendor(), e, Optional.empty());
        }
    }

    private Duration left(VendorRequest request) {
        Duration most = settings.timeout();
        Duration left = request.deadline()
                .map(end -> Duration.between(Instant.now(), end))
                .filter(time -> time.compareTo(most) < 0)
                .orElse(most);
        if (left.isNegative() || left.isZero()) {
            throw VendorFailure.unavailable(vendor(), "has no time left to answer", Optional.empty());
        }
        return left;
    }

    /** The address of a path, or the absolute address that it is. */
    private URI address(String path) {
        try {
            return path.startsWith("/") ? URI.create(settings.baseUrl() + path) : URI.create(path);
        } catch (IllegalArgumentException e) {
            throw VendorFailure.unavailable(vendor(), "named an address that is none", Optional.empty());
        }
    }

    private boolean isOurs(URI uri) {
        URI base = settings.baseUrl();
        return base.getScheme().equalsIgnoreCase(uri.getScheme())
                && base.getHost().equalsIgnoreCase(uri.getHost())
                && base.getPort() == uri.getPort();
    }

    private Egress way() {
        Egress known = way;
        if (known == null) {
            known = egress.account(settings.pid());
            way = known;
        }
        return known;
    }
}
