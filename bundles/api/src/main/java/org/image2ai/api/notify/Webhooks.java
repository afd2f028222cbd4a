package org.image2ai.api.notify;

import org.osgi.annotation.versioning.ProviderType;

/** Webhooks, signed as Standard Webhooks (standardwebhooks.com) and delivered through a durable outbox. */
@ProviderType
public interface Webhooks {
    /** Tells an account's endpoints of an event; joins the caller's transaction. */
    void publish(WebhookEvent event);

    /**
     * Looks whether an address could be a webhook's: {@code https}, or {@code http} where configured, and no inner
     * host.
     *
     * @throws org.image2ai.api.PlatformException INVALID {@code invalid_webhook_url}
     */
    void check(String url);
}
