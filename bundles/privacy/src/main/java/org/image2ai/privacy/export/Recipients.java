package org.image2ai.privacy.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.image2ai.api.privacy.PrivacyDeclaration.Recipient;
import org.image2ai.privacy.roster.ActualRecipients.Actual;

/** The recipients by name: who got something of this person, and who may have because nobody keeps a record of it. */
final class Recipients {
    private Recipients() {}

    static List<Map<String, Object>> of(Copy copy) {
        return copy.recipients().stream().map(Recipients::row).toList();
    }

    private static Map<String, Object> row(Actual one) {
        Recipient recipient = one.recipient();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", one.name());
        row.put("received", one.made().isPresent() ? "YES" : "POSSIBLY");
        one.made().ifPresent(made -> {
            row.put("first", made.first().toString());
            row.put("last", made.last().toString());
        });
        row.put("country", recipient.country());
        row.put("purposes", recipient.purposes());
        row.put("safeguard", recipient.safeguard());
        row.put("retention", recipient.retention());
        row.put("erasure", recipient.erasure());
        row.put("policyUrl", recipient.policyUrl());
        row.put("hosts", recipient.hosts());
        row.put("bundle", one.bundle());
        return row;
    }
}
