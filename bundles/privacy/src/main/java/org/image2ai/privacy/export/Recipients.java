package org.image2ai.privacy.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.image2ai.api.privacy.PrivacyDeclaration.Recipient;
import org.image2ai.privacy.roster.Member;
import org.image2ai.privacy.roster.Roster;

/** The recipients by name: everybody whom a bundle that was ever admitted, and is not proven empty, may send data to. */
final class Recipients {
    private Recipients() {}

    static List<Map<String, Object>> of(Roster roster) {
        return roster.members().stream()
                .flatMap(member -> member.declaration().recipients().stream().map(recipient -> row(member, recipient)))
                .toList();
    }

    private static Map<String, Object> row(Member member, Recipient recipient) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", recipient.name());
        row.put("country", recipient.country());
        row.put("purposes", recipient.purposes());
        row.put("safeguard", recipient.safeguard());
        row.put("retention", recipient.retention());
        row.put("erasure", recipient.erasure());
        row.put("policyUrl", recipient.policyUrl());
        row.put("hosts", recipient.hosts());
        row.put("bundle", member.bundle());
        return row;
    }
}
