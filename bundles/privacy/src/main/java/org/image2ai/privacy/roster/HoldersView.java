package org.image2ai.privacy.roster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.privacy.PrivacyDeclaration.Holding;
import org.image2ai.api.privacy.PrivacyDeclaration.Recipient;

/**
 * The roster for people, and what is not as it was declared.
 *
 * @param holders every bundle that is asked
 * @param findings what nobody declares
 */
public record HoldersView(List<HolderView> holders, List<Finding> findings) {
    /**
     * A bundle for people.
     *
     * @param bundle its symbolic name
     * @param state whether it can be asked
     * @param reason why it cannot
     * @param admitted since when its declaration holds
     * @param digest SHA-256 of that
     * @param holdings what it holds
     * @param recipients to whom it sends
     */
    public record HolderView(
            String bundle,
            Member.State state,
            String reason,
            Instant admitted,
            String digest,
            List<HoldingView> holdings,
            List<Recipient> recipients) {
        static HolderView of(Member member, Roster roster, Optional<AccountId> subject) {
            return new HolderView(
                    member.bundle(),
                    member.state(),
                    member.reason(),
                    member.admitted(),
                    member.digest(),
                    member.declaration().holdings().stream()
                            .map(holding -> new HoldingView(
                                    holding, subject.map(account -> Count.of(roster, member, account, holding.name()))))
                            .toList(),
                    member.declaration().recipients());
        }
    }

    /**
     * A holding for people.
     *
     * @param holding what was declared
     * @param items how many of an account; {@code FAILED} with a reason when it could not be found out
     */
    public record HoldingView(Holding holding, Optional<String> items) {}

    static HoldersView of(Roster roster, List<Finding> findings, Optional<AccountId> subject) {
        return new HoldersView(
                roster.members().stream()
                        .map(member -> HolderView.of(member, roster, subject))
                        .toList(),
                findings);
    }
}
