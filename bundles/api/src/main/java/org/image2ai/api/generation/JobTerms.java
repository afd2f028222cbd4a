package org.image2ai.api.generation;

import java.util.Objects;
import java.util.Optional;
import org.image2ai.api.ApiKeyId;
import org.image2ai.api.moderation.Strictness;

/**
 * Under what terms a job is let in; not a part of the work itself.
 *
 * @param idempotency the caller's key: the same again gives the same job
 * @param repeat what is known of a client's own retries, for clients that send no key
 * @param apiKey the key by which the caller came: its spend cap applies
 * @param webhook an endpoint that is told when the job ends, besides those of the account
 * @param strictness how strictly its prompt is reviewed
 */
public record JobTerms(
        Optional<IdempotencyKey> idempotency,
        Optional<Repeat> repeat,
        Optional<ApiKeyId> apiKey,
        Optional<String> webhook,
        Strictness strictness) {
    /** None but the usual. */
    public static final JobTerms USUAL =
            new JobTerms(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Strictness.USUAL);

    /**
     * A caller's key for one piece of work.
     *
     * @param key 1 to 255 printable ASCII characters, as the client sent it
     * @param fingerprint SHA-256 of the request's canonical form, lower-case hexadecimal
     */
    public record IdempotencyKey(String key, String fingerprint) {}

    /**
     * A client that numbers its tries of one call but gives the call no key of its own.
     *
     * @param fingerprint SHA-256 of caller and body, lower-case hexadecimal: equal for all tries, and for a second call
     *     that asks the same
     * @param number 0 for a first try, which always begins a job; above it, a repeat, which joins the job that its first
     *     try began
     */
    public record Repeat(String fingerprint, int number) {}

    public JobTerms {
        Objects.requireNonNull(idempotency, "idempotency");
        Objects.requireNonNull(repeat, "repeat");
        Objects.requireNonNull(apiKey, "apiKey");
        Objects.requireNonNull(webhook, "webhook");
        Objects.requireNonNull(strictness, "strictness");
    }

    /** The usual terms with a key. */
    public static JobTerms of(IdempotencyKey key) {
        return new JobTerms(Optional.of(key), Optional.empty(), Optional.empty(), Optional.empty(), Strictness.USUAL);
    }
}
