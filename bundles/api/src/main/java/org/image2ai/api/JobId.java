package org.image2ai.api;

/**
 * Identity of a durable job.
 *
 * @param value {@code job_} and 26 Crockford base-32 digits; opaque to everyone but {@code generation}
 */
public record JobId(String value) {
    /** @throws PlatformException {@code invalid_id} when the value is not an identifier */
    public JobId {
        Identifiers.require("job", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
