package org.image2ai.admin;

import java.util.Optional;

/** A walk along the chain, row by row, that remembers the first break. */
final class AuditWalk {
    private final AuditHeadEntity head;
    private long number;
    private String hash;
    private long entries;
    private Optional<AuditVerification> broken = Optional.empty();

    AuditWalk(AuditHeadEntity head) {
        this.head = head;
        this.number = head.sweptNumber();
        this.hash = head.sweptHash();
    }

    boolean goesOn() {
        return broken.isEmpty() && number < head.number();
    }

    long number() {
        return number;
    }

    /** What was added after the head was read is not looked at. */
    void next(AuditEntity row) {
        if (!goesOn()) {
            return;
        }
        if (row.number() != number + 1) {
            broken(number + 1, "it is missing");
        } else if (!row.priorHash().equals(hash)) {
            broken(row.number(), "it does not follow the one before");
        } else if (!row.hash().equals(row.computedHash())) {
            broken(row.number(), "it was changed");
        } else {
            number = row.number();
            hash = row.hash();
            entries++;
        }
    }

    private void broken(long at, String why) {
        broken = Optional.of(AuditVerification.broken(entries, at, why));
    }

    AuditVerification end() {
        return broken.orElseGet(() -> {
            if (number < head.number()) {
                return AuditVerification.broken(entries, number + 1, "it is missing");
            }
            return hash.equals(head.hash())
                    ? AuditVerification.whole(entries, number, hash)
                    : AuditVerification.broken(entries, number, "it is not the one that the head names");
        });
    }
}
