package org.image2ai.api.notify;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.image2ai.api.AccountId;

/**
 * Something that happened and that programs want to hear of.
 *
 * @param owner whose
 * @param type full name: {@code job.succeeded}
 * @param data JSON-able; asked for only where somebody hears of it, in the call that tells
 * @param url one more endpoint, asked for with the work itself; signed with the account's own secret
 */
public record WebhookEvent(AccountId owner, String type, Supplier<Map<String, Object>> data, Optional<String> url) {
    public WebhookEvent {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(url, "url");
    }
}
