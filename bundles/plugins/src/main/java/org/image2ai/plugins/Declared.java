package org.image2ai.plugins;

import java.util.List;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.kit.privacy.Declarations;
import org.osgi.framework.Bundle;

/**
 * What a bundle says in its {@value PrivacyDeclaration#FILE}.
 *
 * @param hosts where it sends data
 * @param recipients who gets it: legal name and country
 * @param data what it holds of people
 */
public record Declared(List<String> hosts, List<String> recipients, List<String> data) {
    public Declared {
        hosts = List.copyOf(hosts);
        recipients = List.copyOf(recipients);
        data = List.copyOf(data);
    }

    /** Empty when the bundle declares nothing, or nothing that can be read. */
    static Optional<Declared> of(Bundle bundle) {
        try {
            return Declarations.of(bundle).map(Declared::of);
        } catch (PlatformException e) {
            return Optional.empty();
        }
    }

    static Declared of(PrivacyDeclaration declaration) {
        return new Declared(
                declaration.recipients().stream()
                        .flatMap(recipient -> recipient.hosts().stream())
                        .toList(),
                declaration.recipients().stream()
                        .map(recipient -> recipient.name() + " (" + recipient.country() + ")")
                        .toList(),
                declaration.holdings().stream()
                        .map(holding -> holding.name() + ": " + holding.category())
                        .toList());
    }
}
