package org.image2ai.privacy.choice;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import javax.persistence.Version;
import org.image2ai.api.AccountId;
import org.image2ai.api.Purpose;

/** What an account has decided so far: the sum of its ledger, written in the same transaction. */
@Entity
@Table(name = "prv_choice")
@NamedQueries(@NamedQuery(name = "choice.erase", query = "DELETE FROM ChoiceEntity c WHERE c.account = :account"))
public class ChoiceEntity {
    @Id
    private String account;

    private boolean restricted;
    private String objections;
    private String consents;

    @Column(name = "recipients", length = 100_000)
    private String recipients;

    @Column(name = "third_parties")
    private boolean thirdParties;

    private String regions;

    @Column(name = "sale_opt_out")
    private boolean saleOptOut;

    @Version
    private long revision;

    static ChoiceEntity of(AccountId account) {
        ChoiceEntity row = new ChoiceEntity();
        row.account = account.value();
        row.set(Decided.NOTHING);
        return row;
    }

    void set(Decided decided) {
        restricted = decided.restricted();
        objections = lines(decided.objections().purposes());
        consents = lines(decided.consents().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList());
        recipients = lines(decided.objections().recipients());
        thirdParties = decided.objections().thirdParties();
        regions = lines(decided.objections().regions());
        saleOptOut = decided.saleOptOut();
    }

    private static String lines(Collection<?> names) {
        return names.stream().map(Object::toString).sorted().collect(Collectors.joining("\n"));
    }

    private static Set<String> names(String lines) {
        return Arrays.stream(lines.split("\n")).filter(name -> !name.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    Decided toRecord() {
        Map<Purpose, String> consented = new HashMap<>();
        names(consents).forEach(entry -> {
            String[] pair = entry.split("=", 2);
            consented.put(Purpose.valueOf(pair[0]), pair[1]);
        });
        Set<Purpose> purposes =
                names(objections).stream().map(Purpose::valueOf).collect(Collectors.toUnmodifiableSet());
        Scope scope = new Scope(purposes, names(recipients), thirdParties, names(regions));
        return new Decided(restricted, consented, scope, saleOptOut);
    }
}
