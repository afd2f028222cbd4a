package org.image2ai.privacy.roster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.kit.privacy.Admission;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Component;

/** What each bundle may have, told from the bundle itself; what the roster put under quarantine may have nothing. */
@Component(service = Standing.class)
public final class Standing {
    private final Map<Long, Known> known = new ConcurrentHashMap<>();
    private final Set<Long> quarantined = ConcurrentHashMap.newKeySet();

    private record Known(long modified, Right right) {}

    /**
     * What a bundle may have.
     *
     * @param isOurs whether it came with the distribution
     * @param mayProvide whether others may see its services
     * @param tables whether it may have the database
     * @param blobs whether it may store blobs
     * @param sends whether it may send
     */
    record Right(boolean isOurs, boolean mayProvide, boolean tables, boolean blobs, boolean sends) {
        static final Right ALL = new Right(true, true, true, true, true);
        static final Right NONE = new Right(false, false, false, false, false);

        static Right of(PrivacyDeclaration declaration) {
            List<String> places = declaration.holdings().stream()
                    .flatMap(holding -> holding.location().stream())
                    .toList();
            return new Right(
                    false,
                    true,
                    places.stream().anyMatch(Place::isTable),
                    places.stream().anyMatch(Place::isPrefix),
                    !declaration.recipients().isEmpty());
        }
    }

    Right of(Bundle bundle) {
        if (quarantined.contains(bundle.getBundleId())) {
            return Right.NONE;
        }
        long modified = bundle.getLastModified();
        Known before = known.get(bundle.getBundleId());
        if (before != null && before.modified() == modified) {
            return before.right();
        }
        Right right = find(bundle);
        known.put(bundle.getBundleId(), new Known(modified, right));
        return right;
    }

    private static Right find(Bundle bundle) {
        if (Admission.isOurs(bundle)) {
            return Right.ALL;
        }
        try {
            Optional<PrivacyDeclaration> declared = Admission.require(bundle);
            return declared.map(Right::of).orElse(Right.NONE);
        } catch (PlatformException | IllegalStateException e) {
            return Right.NONE;
        }
    }

    /** Takes everything from a bundle, until it is released. Nothing can be taken from what came with the platform. */
    boolean quarantine(Bundle bundle) {
        return !Admission.isOurs(bundle) && quarantined.add(bundle.getBundleId());
    }

    void release(Bundle bundle) {
        quarantined.remove(bundle.getBundleId());
    }
}
