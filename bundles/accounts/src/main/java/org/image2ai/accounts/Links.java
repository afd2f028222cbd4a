package org.image2ai.accounts;

import org.image2ai.api.rest.PublicAddress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Addresses that stand in mails and at providers; a token is base64url, so it needs no escape. */
@Component(service = Links.class)
public final class Links {
    private final PublicAddress address;

    @Activate
    public Links(@Reference PublicAddress address) {
        this.address = address;
    }

    String verify(String token) {
        return of("/api/v1/accounts/verify?token=" + token);
    }

    String reset(String token) {
        return of("/reset-password?token=" + token);
    }

    /** The whole address of a path. */
    String of(String path) {
        return address.own() + path;
    }

    boolean secure() {
        return address.own().startsWith("https://");
    }
}
