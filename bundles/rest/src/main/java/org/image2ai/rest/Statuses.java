package org.image2ai.rest;

import java.util.Map;
import javax.ws.rs.core.Response;
import org.image2ai.api.PlatformException;

/** The HTTP status of an error: by its code where HTTP has a word of its own for it, else by its type. */
final class Statuses {
    private static final Map<String, Integer> BY_CODE = Map.ofEntries(
            Map.entry("unauthenticated", 401),
            Map.entry("code_required", 401),
            Map.entry("passkey_refused", 401),
            Map.entry("insufficient_credits", 402),
            Map.entry("spend_cap_reached", 402),
            Map.entry("price_ceiling", 409),
            Map.entry("method_not_allowed", 405),
            Map.entry("not_acceptable", 406),
            Map.entry("payload_too_large", 413),
            Map.entry("unsupported_media_type", 415),
            Map.entry("range_not_satisfiable", 416),
            Map.entry("rate_limited", 429),
            Map.entry("queue_full", 429),
            Map.entry("too_many_streams", 429),
            Map.entry("storage_full", 507));

    private Statuses() {}

    static int of(PlatformException e) {
        Integer status = BY_CODE.get(e.code());
        if (status != null) {
            return status;
        }
        return switch (e.type()) {
            case INVALID -> 400;
            case DENIED -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case EXHAUSTED -> 503;
            case UPSTREAM -> 502;
            case INTERNAL -> 500;
        };
    }

    static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        if (known != null) {
            return known.getReasonPhrase();
        }
        return status == 507 ? "Insufficient Storage" : "Error";
    }
}
