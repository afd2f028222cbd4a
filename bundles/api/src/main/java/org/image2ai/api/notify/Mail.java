package org.image2ai.api.notify;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.Purpose;

/**
 * A mail to be written from a template.
 *
 * @param subject whose it is, if an account's: its privacy requests include it
 * @param to the address
 * @param language preferred language, BCP 47 ({@code de-AT}); the nearest that there is a template in is taken
 * @param template its name: {@code verify-email}
 * @param values what the template fills in, by name
 * @param purpose what it serves: a mail for a purpose that its account objected to is not sent
 */
public record Mail(
        Optional<AccountId> subject,
        String to,
        String language,
        String template,
        Map<String, String> values,
        Purpose purpose) {
    public Mail {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(template, "template");
        values = Map.copyOf(values);
        Objects.requireNonNull(purpose, "purpose");
    }

    /** A mail that is part of the service, and is sent in any case. */
    public Mail(Optional<AccountId> subject, String to, String language, String template, Map<String, String> values) {
        this(subject, to, language, template, values, Purpose.SERVICE);
    }
}
