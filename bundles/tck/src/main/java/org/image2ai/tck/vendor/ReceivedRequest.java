package org.image2ai.tck.vendor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request that came to the vendor.
 *
 * @param method of HTTP
 * @param path with the query
 * @param headers by name in lower case
 * @param body all of it
 */
public record ReceivedRequest(String method, String path, Map<String, List<String>> headers, byte[] body) {
    /** The first value of a header, without regard to case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }
}
