package org.image2ai.api.notify;

import org.osgi.annotation.versioning.ProviderType;

/** Mail to people, through a durable outbox: what was accepted is sent, with retries, also after a restart. */
@ProviderType
public interface Mailer {
    /**
     * Puts a mail into the outbox; joins the caller's transaction, so that it is sent only if that commits. A mail for a
     * purpose that its account objected to, or for one that can be refused while the account restricted the processing
     * of its data, is left out.
     *
     * @throws org.image2ai.api.PlatformException INVALID {@code unknown_template}, {@code missing_value} when the template
     *     names a value that the mail does not bring, {@code invalid_address}
     */
    void send(Mail mail);
}
