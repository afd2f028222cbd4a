package org.image2ai.rest;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.image2ai.api.PlatformException;

/** What Jetty lets through and CXF fails at: it is the caller's fault, so it is said to him and not to our log. */
final class Malformed {
    private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private Malformed() {}

    static Optional<PlatformException> of(HttpServletRequest request) {
        if (request.getRequestURI() == null) {
            return refused("malformed_request", "This names nothing of this server.");
        }
        // Who reads the first of two and who reads the last are led to different servers (RFC 9112, 3.2).
        if (Collections.list(request.getHeaders("Host")).size() > 1) {
            return refused("malformed_request", "A request has one Host.");
        }
        if (!isAddress(request)) {
            return refused("malformed_address", "The address holds what must be percent-encoded, or a lone %.");
        }
        if (!String.valueOf(request.getHeader("Content-Encoding")).matches("(?i)null|identity")) {
            return refused("unsupported_media_type", "A body is sent as it is, not compressed.");
        }
        return isCharset(request.getCharacterEncoding())
                ? Optional.empty()
                : refused("unsupported_media_type", "The charset is not known. JSON is UTF-8.");
    }

    private static Optional<PlatformException> refused(String code, String message) {
        return Optional.of(PlatformException.invalid(code, message));
    }

    private static boolean isAddress(HttpServletRequest request) {
        try {
            new URI(request.getRequestURL().toString());
        } catch (URISyntaxException e) {
            return false;
        }
        String query = request.getQueryString();
        return query == null || !LONE_PERCENT.matcher(query).find();
    }

    private static boolean isCharset(String name) {
        try {
            return name == null || Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
