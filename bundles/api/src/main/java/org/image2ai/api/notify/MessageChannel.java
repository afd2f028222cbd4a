package org.image2ai.api.notify;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A way for mail to leave the server. Called by {@code notify} on its own threads; may block for as long as the
 * transport takes. After a failure the message is sent again later, with the same id.
 *
 * <p>Implementations must: be safe for several threads; return only when the message was handed over; keep nothing of
 * it. The service property {@code image2ai.channel.id} names the channel in the configuration.
 */
@ConsumerType
public interface MessageChannel {
    /**
     * Sends one message.
     *
     * @throws org.image2ai.api.PlatformException UPSTREAM {@code mail_unavailable}, retryable; INVALID
     *     {@code mail_refused} when it will never be taken
     */
    void send(MailMessage message);
}
