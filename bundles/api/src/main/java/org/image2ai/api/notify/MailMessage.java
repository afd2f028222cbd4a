package org.image2ai.api.notify;

import java.util.Objects;

/**
 * A written mail.
 *
 * @param id unique; a retry has the same one
 * @param to the address
 * @param subject its subject line
 * @param text its plain text
 * @param html the same in HTML
 */
public record MailMessage(String id, String to, String subject, String text, String html) {
    public MailMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(html, "html");
    }
}
