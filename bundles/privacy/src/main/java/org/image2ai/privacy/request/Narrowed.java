package org.image2ai.privacy.request;

import java.util.List;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.api.privacy.PrivacyDeclaration.Holding;
import org.image2ai.privacy.roster.Member;

/** A member as if it held one thing only: so its custody can be looked at holding by holding. */
final class Narrowed {
    private Narrowed() {}

    static Member to(Member member, String holding) {
        PrivacyDeclaration all = member.declaration();
        List<Holding> one = all.holdings().stream()
                .filter(declared -> declared.name().equals(holding))
                .toList();
        String none = one.isEmpty() ? "no such holding" : "";
        return new Member(
                new PrivacyDeclaration(all.bundle(), one, List.of(), List.of(), none),
                member.digest(),
                member.admitted(),
                member.state(),
                member.reason());
    }
}
