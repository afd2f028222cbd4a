package org.image2ai.api.egress;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A request to another host.
 *
 * @param method {@code GET}, {@code POST} …
 * @param uri absolute, {@code http} or {@code https}
 * @param headers by name; no {@code Host}, {@code Content-Length} or {@code Content-Type}. Only {@code Accept},
 *     {@code Accept-Language} and {@code User-Agent} go along with a redirect to another origin
 * @param body what is sent, if anything
 * @param limits how long and how much
 * @param retries how many more tries there may be within the deadline: after a connection that did not come about, and
 *     after 429, 502, 503 and 504, waiting as {@code Retry-After} says or ever longer; 0 for what must not be done
 *     twice
 */
public record EgressRequest(
        String method, URI uri, Map<String, String> headers, Optional<Body> body, Limits limits, int retries) {
    /**
     * What is sent.
     *
     * @param mediaType its {@code Content-Type}
     * @param bytes its length; -1 when it is not known
     * @param content opens it; called once per try
     */
    public record Body(String mediaType, long bytes, Supplier<InputStream> content) {
        public Body {
            Objects.requireNonNull(mediaType, "mediaType");
            Objects.requireNonNull(content, "content");
        }
    }

    /**
     * How long an exchange may take and how much may come back.
     *
     * @param deadline from the call to the last byte of the body
     * @param answerBytes the longest body of the answer
     * @param redirects how many are followed, each checked as the first address was; with 0 a redirect is the answer
     */
    public record Limits(Duration deadline, long answerBytes, int redirects) {
        public Limits {
            Objects.requireNonNull(deadline, "deadline");
        }
    }

    public EgressRequest {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(uri, "uri");
        headers = Map.copyOf(headers);
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(limits, "limits");
    }

    /** A request that is tried once. */
    public EgressRequest(String method, URI uri, Map<String, String> headers, Optional<Body> body, Limits limits) {
        this(method, uri, headers, body, limits, 0);
    }
}
