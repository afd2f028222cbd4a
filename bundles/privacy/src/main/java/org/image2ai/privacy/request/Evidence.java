package org.image2ai.privacy.request;

import org.image2ai.kit.jpa.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All that is written down of requests, in one hand. */
@Component(service = Evidence.class)
public final class Evidence {
    private final RequestRows rows;
    private final Ledger ledger;
    private final Progress progress;
    private final EvidenceKeys keys;
    private final Others others;
    private final Settings settings;

    @Activate
    public Evidence(
            @Reference RequestRows rows,
            @Reference Ledger ledger,
            @Reference Progress progress,
            @Reference EvidenceKeys keys,
            @Reference Others others,
            @Reference Settings settings) {
        this.rows = rows;
        this.ledger = ledger;
        this.progress = progress;
        this.keys = keys;
        this.others = others;
        this.settings = settings;
    }

    RequestRows rows() {
        return rows;
    }

    Transactions transactions() {
        return rows.transactions();
    }

    Ledger ledger() {
        return ledger;
    }

    Progress progress() {
        return progress;
    }

    EvidenceKeys keys() {
        return keys;
    }

    Others others() {
        return others;
    }

    Settings settings() {
        return settings;
    }
}
