package org.image2ai.api.rest;

import java.util.Map;
import java.util.Objects;
import org.image2ai.api.PlatformException;
import org.osgi.annotation.versioning.ConsumerType;

/** How errors look below one address where they are not to be problem+json, for clients of somebody else's API. */
@ConsumerType
public interface ErrorShape {
    /** The address: {@code /v1}. It goes for all below it, also where nothing is served. */
    String prefix();

    /** The answer to an error. Called on the request's thread; must not block or throw. */
    Shaped shape(PlatformException error, int status, String requestId);

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param body JSON-able
     * @param headers besides those that every answer has
     */
    record Shaped(int status, Object body, Map<String, String> headers) {
        public Shaped {
            Objects.requireNonNull(body, "body");
            headers = Map.copyOf(headers);
        }
    }
}
