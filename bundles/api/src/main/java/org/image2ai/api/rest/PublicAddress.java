package org.image2ai.api.rest;

import org.osgi.annotation.versioning.ProviderType;

/** How people reach this server. */
@ProviderType
public interface PublicAddress {
    /**
     * Scheme, host and port, without a slash at the end: as configured, else as the client of the current request named
     * it, else that of this machine.
     */
    String base();

    /**
     * The same without regard to the current request: as configured, else that of this machine. For what outlives the
     * request, such as links in mails, where a stranger must not choose the host.
     */
    String own();
}
