package org.image2ai.privacy.request;

import java.util.SortedSet;
import java.util.TreeSet;
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

    /** The bundles for which an erasure waits: they are not there or fail, or a second look found something there. */
    SortedSet<String> blocking(String id) {
        SortedSet<String> names = new TreeSet<>();
        progress.asked(id).stream()
                .filter(asked -> asked.state() == Asked.State.BLOCKED || asked.state() == Asked.State.FAILING)
                .map(Asked::bundle)
                .forEach(names::add);
        rows.find(id).ifPresent(request -> {
            Standing standing = ledger.standing(request);
            names.addAll(standing.blockedBy());
            names.addAll(standing.foundIn());
        });
        return names;
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
