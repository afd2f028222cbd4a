package org.image2ai.egress;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.privacy.UndeclaredCalls;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Calls that were refused because their host is not declared, for whoever keeps watch. What is refused before he is there
 * is kept for him: a bundle may start before him, and call at once.
 */
@Component(service = Refusals.class)
public final class Refusals {
    private static final int MOST_KEPT = 200;

    private final Set<Call> kept = new LinkedHashSet<>();
    private Optional<UndeclaredCalls> watch = Optional.empty();

    private record Call(String bundle, String host, boolean led) {}

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindWatch(UndeclaredCalls live) {
        List<Call> before;
        synchronized (kept) {
            watch = Optional.of(live);
            before = List.copyOf(kept);
            kept.clear();
        }
        before.forEach(call -> live.refused(call.bundle(), call.host(), call.led()));
    }

    void unbindWatch(UndeclaredCalls gone) {
        synchronized (kept) {
            watch = watch.filter(live -> live != gone);
        }
    }

    void tell(String bundle, String host, boolean led) {
        Optional<UndeclaredCalls> live;
        synchronized (kept) {
            live = watch;
            if (live.isEmpty() && kept.size() < MOST_KEPT) {
                kept.add(new Call(bundle, host, led));
            }
        }
        live.ifPresent(it -> it.refused(bundle, host, led));
    }
}
