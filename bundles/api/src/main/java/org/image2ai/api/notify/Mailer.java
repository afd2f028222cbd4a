package org.image2ai.api.notify;

import org.osgi.annotation.versioning.ProviderType;

/** Mail to people, through a durable outbox: what was accepted is sent, with retries, also after a restart. */
@ProviderType
public interface Mailer {
    /**
     * Puts a mail into the outbox; joins the caller's transaction, so that it is sent only if that commits.
     *
     * @throws org.image2ai.api.PlatformException INVALID {@code unknown_template}
     */
    void send(Mail mail);
}
