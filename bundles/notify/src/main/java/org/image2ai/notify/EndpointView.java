package org.image2ai.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.AccountId;

/**
 * A webhook endpoint as its owner sees it.
 *
 * @param secret only where it was just made
 */
public record EndpointView(
        String id,
        AccountId account,
        String url,
        List<String> events,
        String description,
        boolean enabled,
        Optional<String> disabledReason,
        Instant created,
        Instant updated,
        Optional<String> secret) {
    EndpointView withSecret(String made) {
        return new EndpointView(
                id, account, url, events, description, enabled, disabledReason, created, updated, Optional.of(made));
    }
}
