package org.image2ai.api;

/**
 * Identity of one request from outside; it stands in the answer, the log, the job and the calls to vendors.
 *
 * @param value 1 to 64 letters, digits, {@code _} and {@code -}
 */
public record RequestId(String value) {
    /** @throws PlatformException {@code invalid_id} when the value is not an identifier */
    public RequestId {
        Identifiers.require("request", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
