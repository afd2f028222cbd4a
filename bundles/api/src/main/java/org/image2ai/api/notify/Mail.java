package org.image2ai.api.notify;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.image2ai.api.AccountId;

/**
 * A mail to be written from a template.
 *
 * @param subject whose it is, if an account's: its privacy requests include it
 * @param to the address
 * @param language preferred language, BCP 47 ({@code de-AT}); the nearest that there is a template in is taken
 * @param template its name: {@code verify-email}
 * @param values what the template fills in, by name
 */
public record Mail(
        Optional<AccountId> subject, String to, String language, String template, Map<String, String> values) {
    public Mail {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(template, "template");
        values = Map.copyOf(values);
    }
}
