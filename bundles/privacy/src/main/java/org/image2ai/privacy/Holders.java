package org.image2ai.privacy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.kit.privacy.Declarations;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bundles that hold personal data, or send it out, and are there now. A declaration is read once, when its bundle
 * comes; one that cannot be read, or speaks for another bundle, is refused.
 */
@Component(service = Holders.class, immediate = true)
public final class Holders {
    private static final Logger LOG = LoggerFactory.getLogger(Holders.class);

    private final Map<ServiceReference<PersonalDataParticipant>, Holder> holders = new ConcurrentHashMap<>();

    /**
     * A bundle and what it says of itself.
     *
     * @param declaration what it holds and to whom it sends it
     * @param participant its part in requests
     */
    record Holder(PrivacyDeclaration declaration, PersonalDataParticipant participant) {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addParticipant(ServiceReference<PersonalDataParticipant> reference, PersonalDataParticipant participant) {
        Bundle bundle = reference.getBundle();
        try {
            Declarations.of(bundle)
                    .ifPresentOrElse(
                            declaration -> holders.put(reference, new Holder(declaration, participant)),
                            () -> LOG.warn("Bundle {} is refused as a holder: it declares nothing.", bundle));
        } catch (PlatformException e) {
            LOG.warn("Bundle {} is refused as a holder: {}", bundle, e.getMessage());
        }
    }

    void removeParticipant(ServiceReference<PersonalDataParticipant> reference) {
        holders.remove(reference);
    }

    /** Every holder that is there, by the name of its bundle. */
    List<Holder> all() {
        return holders.values().stream()
                .sorted(Comparator.comparing(holder -> holder.declaration().bundle()))
                .toList();
    }
}
