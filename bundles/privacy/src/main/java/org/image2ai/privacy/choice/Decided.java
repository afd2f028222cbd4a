package org.image2ai.privacy.choice;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.Purpose;

/**
 * What an account has decided so far.
 *
 * @param restricted whether its data may only be kept
 * @param consents by purpose the version of the text that was consented to
 * @param objections what it objected to
 * @param saleOptOut whether it said that nothing of it may be sold or shared; nothing is
 */
record Decided(boolean restricted, Map<Purpose, String> consents, Scope objections, boolean saleOptOut) {
    static final Decided NOTHING = new Decided(false, Map.of(), new Scope(Set.of(), Set.of(), false, Set.of()), false);

    Decided {
        consents = Map.copyOf(consents);
    }

    Decided restrictedTo(boolean now) {
        return new Decided(now, consents, objections, saleOptOut);
    }

    Decided objectedTo(Scope now) {
        return new Decided(restricted, consents, now, saleOptOut);
    }

    /** The same with something more objected to. */
    Decided objectedAlsoTo(Scope more) {
        return objectedTo(new Scope(
                both(objections.purposes(), more.purposes()),
                both(objections.recipients(), more.recipients()),
                objections.thirdParties() || more.thirdParties(),
                both(objections.regions(), more.regions())));
    }

    private static <T> Set<T> both(Set<T> one, Set<T> other) {
        Set<T> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    /** The same with a consent; who consents to a purpose no longer objects to it. */
    Decided consentedTo(Purpose purpose, String textVersion) {
        Map<Purpose, String> more = new HashMap<>(consents);
        more.put(purpose, textVersion);
        Set<Purpose> fewer = new HashSet<>(objections.purposes());
        fewer.remove(purpose);
        Scope scope = new Scope(fewer, objections.recipients(), objections.thirdParties(), objections.regions());
        return new Decided(restricted, more, scope, saleOptOut);
    }

    Decided withdrawn(Purpose purpose) {
        Map<Purpose, String> fewer = new HashMap<>(consents);
        fewer.remove(purpose);
        return new Decided(restricted, fewer, objections, saleOptOut);
    }

    /** The same where nothing may be sold or shared, and nothing analysed. */
    Decided optedOut() {
        Decided objected = withdrawn(Purpose.ANALYTICS)
                .objectedAlsoTo(new Scope(Set.of(Purpose.ANALYTICS), Set.of(), false, Set.of()));
        return new Decided(restricted, objected.consents(), objected.objections(), true);
    }

    Optional<String> consent(Purpose purpose) {
        return Optional.ofNullable(consents.get(purpose));
    }
}
