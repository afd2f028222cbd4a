package org.image2ai.rest;

import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PlatformException;

/** An error as clients see it: RFC 9457. */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        Optional<String> field,
        String requestId,
        boolean retryable,
        Optional<Map<String, String>> details) {

    static Problem of(PlatformException e, String requestId) {
        int status = Statuses.of(e);
        return new Problem(
                "urn:image2ai:problem:" + e.code(),
                Statuses.title(status),
                status,
                e.getMessage(),
                e.code(),
                e.field(),
                requestId,
                e.retryable(),
                Optional.of(e.details()).filter(known -> !known.isEmpty()));
    }
}
