package org.image2ai.openai;

import java.util.Optional;
import java.util.regex.Pattern;
import org.image2ai.api.ApiKeyId;
import org.image2ai.api.CallContext;
import org.image2ai.api.PlatformException;
import org.image2ai.api.generation.JobTerms;
import org.image2ai.api.moderation.Strictness;
import org.image2ai.api.security.Identity;
import org.image2ai.kit.Secrets;

/**
 * Who calls, and what is known of whether the call is a repeat.
 *
 * @param call whose call it is
 * @param identity with which rights
 * @param key the client's {@code Idempotency-Key}; null without
 * @param tries the SDK's {@code x-stainless-retry-count}: how often it failed before; null without
 * @param base the public address of this server
 */
record Caller(CallContext call, Identity identity, String key, String tries, String base) {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** Under what terms a job is let in that is all told by a text. */
    JobTerms terms(String canonical, Strictness strictness) {
        String fingerprint = Secrets.hash(canonical);
        if (key != null && !KEY.matcher(key).matches()) {
            throw PlatformException.invalid(
                            "invalid_idempotency_key", "An Idempotency-Key has 1 to 255 printable ASCII characters.")
                    .withField("Idempotency-Key");
        }
        Optional<ApiKeyId> apiKey = identity.apiKey();
        String whose = apiKey.map(ApiKeyId::value).orElse(call.account().value());
        return new JobTerms(
                Optional.ofNullable(key).map(k -> new JobTerms.IdempotencyKey(k, fingerprint)),
                key != null || tries == null || !tries.matches("\\d{1,4}")
                        ? Optional.empty()
                        : Optional.of(
                                new JobTerms.Repeat(Secrets.hash(whose + "\n" + canonical), Integer.parseInt(tries))),
                apiKey,
                Optional.empty(),
                strictness);
    }
}
