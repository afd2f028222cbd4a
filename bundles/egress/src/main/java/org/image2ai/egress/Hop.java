package org.image2ai.egress;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.EgressRequest;
import org.image2ai.api.egress.EgressRequest.Body;

/** One request of an exchange: the first, or one that a redirect asks for. */
record Hop(String method, URI uri, Target target, Map<String, String> headers, Optional<Body> body) {
    private static final Pattern METHOD = Pattern.compile("[A-Z]{3,16}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern TEXT = Pattern.compile("[\\x20-\\x7e\\t]*");
    private static final Set<String> NOT_METHODS = Set.of("CONNECT", "TRACE");
    private static final Set<String> OURS = Set.of(
            "host",
            "content-length",
            "content-type",
            "transfer-encoding",
            "connection",
            "keep-alive",
            "upgrade",
            "te",
            "trailer",
            "expect",
            "proxy-authorization",
            "proxy-connection");
    // What says nothing of the caller may go on to another origin; every other header could be a credential.
    private static final Set<String> HARMLESS = Set.of("accept", "accept-language", "user-agent");
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    static Hop first(EgressRequest request) {
        if (!METHOD.matcher(request.method()).matches() || NOT_METHODS.contains(request.method())) {
            throw PlatformException.invalid("invalid_method", "This is no method of a request: " + request.method());
        }
        request.headers().forEach(Hop::check);
        return new Hop(request.method(), request.uri(), Target.of(request.uri()), request.headers(), request.body());
    }

    private static void check(String name, String text) {
        boolean good = NAME.matcher(name).matches()
                && TEXT.matcher(text).matches()
                && !OURS.contains(name.toLowerCase(Locale.ROOT));
        if (!good) {
            throw PlatformException.invalid("invalid_header", "This header cannot be sent.")
                    .withField("headers");
        }
    }

    static boolean isRedirect(int status) {
        return REDIRECTS.contains(status);
    }

    /** The request that a redirect asks for. */
    Hop follow(int status, String location) {
        URI next = resolve(location);
        Target there = Target.of(next);
        if (target.secure() && !there.secure()) {
            throw Rules.refused("A redirect from https to http is not followed.");
        }
        boolean asGet =
                status == 303 && !method.equals("HEAD") || (status == 301 || status == 302) && method.equals("POST");
        return new Hop(
                asGet ? "GET" : method,
                next,
                there,
                there.equals(target) ? headers : harmless(),
                asGet ? Optional.empty() : body);
    }

    private URI resolve(String location) {
        try {
            return uri.resolve(location);
        } catch (IllegalArgumentException e) {
            throw PlatformException.invalid("invalid_url", "A redirect leads to what is no address.")
                    .causedBy(e);
        }
    }

    private Map<String, String> harmless() {
        return headers.entrySet().stream()
                .filter(header -> HARMLESS.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
