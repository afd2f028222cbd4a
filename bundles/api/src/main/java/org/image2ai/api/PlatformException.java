package org.image2ai.api;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The one error of the platform. Plugins and concerns throw nothing else on purpose; {@code rest} turns it into an
 * RFC 9457 problem.
 *
 * <p>The code is stable and in lower snake case ({@code insufficient_credits}); clients may branch on it. The message
 * names the thing, the place and the value, and never holds a secret or personal data.
 */
public final class PlatformException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorType type;
    private final String code;
    private final boolean retryable;
    private final String field;
    private final Duration retryAfter;
    private final Map<String, String> details;

    private PlatformException(ErrorType type, String code, String message, Options options, Throwable cause) {
        // What is the request's fault says all in its message; the router refuses so by the hundred, and a stack is
        // dear.
        super(Objects.requireNonNull(message, "message"), cause, true, type != ErrorType.INVALID);
        this.type = Objects.requireNonNull(type, "type");
        this.code = Objects.requireNonNull(code, "code");
        this.retryable = options.retryable;
        this.field = options.field;
        this.retryAfter = options.retryAfter;
        this.details = options.details;
    }

    private record Options(boolean retryable, String field, Duration retryAfter, Map<String, String> details) {}

    private Options options() {
        return new Options(retryable, field, retryAfter, details);
    }

    private static PlatformException of(ErrorType type, String code, String message, boolean retryable) {
        return new PlatformException(type, code, message, new Options(retryable, null, null, Map.of()), null);
    }

    /** The request is wrong; sending it again cannot help. */
    public static PlatformException invalid(String code, String message) {
        return of(ErrorType.INVALID, code, message, false);
    }

    /** The caller may not do this. */
    public static PlatformException denied(String code, String message) {
        return of(ErrorType.DENIED, code, message, false);
    }

    /** The caller is not known: no credentials, or none that are good. */
    public static PlatformException unauthenticated(String message) {
        return of(ErrorType.DENIED, "unauthenticated", message, false);
    }

    /** The thing is not there, or not for this caller; the two look the same. */
    public static PlatformException notFound(String kind, String id) {
        return of(ErrorType.NOT_FOUND, kind + "_not_found", "There is no " + kind + " " + id + ".", false);
    }

    /** The thing was there, and nothing can bring it back. */
    public static PlatformException gone(String code, String message) {
        return of(ErrorType.NOT_FOUND, code, message, false);
    }

    /** The request contradicts the present state. */
    public static PlatformException conflict(String code, String message) {
        return of(ErrorType.CONFLICT, code, message, false);
    }

    /** Something is used up; whether waiting helps is said by {@code retryable}. */
    public static PlatformException exhausted(String code, String message, boolean retryable) {
        return of(ErrorType.EXHAUSTED, code, message, retryable);
    }

    /** A vendor or another outside party failed. */
    public static PlatformException upstream(String code, String message, boolean retryable) {
        return of(ErrorType.UPSTREAM, code, message, retryable);
    }

    /** The fault is ours. */
    public static PlatformException internal(String code, String message, Throwable cause) {
        return new PlatformException(
                ErrorType.INTERNAL, code, message, new Options(false, null, null, Map.of()), cause);
    }

    /** The same error with its cause. */
    public PlatformException causedBy(Throwable cause) {
        return new PlatformException(type, code, getMessage(), options(), cause);
    }

    /** The same error naming the request field at fault, as a JSON-pointer-like path ({@code parameters.width}). */
    public PlatformException withField(String name) {
        return new PlatformException(
                type, code, getMessage(), new Options(retryable, name, retryAfter, details), getCause());
    }

    /** The same error, retryable after a pause. */
    public PlatformException retryAfter(Duration pause) {
        return new PlatformException(type, code, getMessage(), new Options(true, field, pause, details), getCause());
    }

    /** The same error with what else a program may want to know; no secrets, no personal data. */
    public PlatformException withDetails(Map<String, String> more) {
        Options options = new Options(retryable, field, retryAfter, Map.copyOf(more));
        return new PlatformException(type, code, getMessage(), options, getCause());
    }

    /** The kind of the failure. */
    public ErrorType type() {
        return type;
    }

    /** The stable code, lower snake case. */
    public String code() {
        return code;
    }

    /** Whether the same call may succeed later. */
    public boolean retryable() {
        return retryable;
    }

    /** The request field at fault, if one is. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    /** How long to wait before the next try, if known. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** What else a program may want to know, by name. */
    public Map<String, String> details() {
        return details;
    }
}
