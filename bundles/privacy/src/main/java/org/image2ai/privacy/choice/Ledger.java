package org.image2ai.privacy.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.image2ai.privacy.choice.Decision.Kind;

/** What became different between two states, as entries of the ledger: there is no change without its entries. */
final class Ledger {
    static final String SALE = "sale-or-sharing";
    private static final String THIRD_PARTIES = "third-parties";

    private final List<Change> changes = new ArrayList<>();

    /** An entry that is to be written. */
    record Change(Kind kind, String subject, String textVersion) {}

    private Ledger() {}

    /** @param textVersion the text that can be read now */
    static List<Change> between(Decided before, Decided after, String textVersion) {
        Ledger ledger = new Ledger();
        if (before.restricted() != after.restricted()) {
            ledger.add(after.restricted() ? Kind.RESTRICTION : Kind.RESTRICTION_LIFTED, "", textVersion);
        }
        after.consents().forEach((purpose, version) -> {
            if (!before.consent(purpose).filter(version::equals).isPresent()) {
                ledger.add(Kind.CONSENT, purpose.name(), version);
            }
        });
        before.consents().forEach((purpose, version) -> {
            if (after.consent(purpose).isEmpty()) {
                ledger.add(Kind.CONSENT_WITHDRAWN, purpose.name(), version);
            }
        });
        ledger.objections(before.objections(), after.objections(), textVersion);
        if (!before.saleOptOut() && after.saleOptOut()) {
            ledger.add(Kind.OPT_OUT, SALE, textVersion);
        }
        return ledger.changes;
    }

    private void objections(Scope before, Scope after, String textVersion) {
        Set<String> old = names(before);
        Set<String> now = names(after);
        now.stream().filter(name -> !old.contains(name)).forEach(name -> add(Kind.OBJECTION, name, textVersion));
        old.stream().filter(name -> !now.contains(name)).forEach(name -> add(Kind.OBJECTION_LIFTED, name, textVersion));
    }

    private static Set<String> names(Scope scope) {
        Set<String> names = new TreeSet<>();
        scope.purposes().forEach(purpose -> names.add("purpose:" + purpose));
        scope.recipients().forEach(recipient -> names.add("recipient:" + recipient));
        scope.regions().forEach(region -> names.add("region:" + region));
        if (scope.thirdParties()) {
            names.add(THIRD_PARTIES);
        }
        return names;
    }

    private void add(Kind kind, String subject, String textVersion) {
        changes.add(new Change(kind, subject, textVersion));
    }
}
