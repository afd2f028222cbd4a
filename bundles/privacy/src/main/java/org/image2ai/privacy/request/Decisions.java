package org.image2ai.privacy.request;

import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.Purpose;
import org.image2ai.privacy.choice.Scope;

/** Where a person's choices are written down so that those who process obey them. All are idempotent. */
public interface Decisions {
    /** Their data may be kept, and nothing else done with it; or that no more. */
    void restrict(AccountId account, boolean restricted, String source);

    /** They object. */
    void object(AccountId account, Objection objection, String source);

    /** They take a consent back. */
    void withdrawConsent(AccountId account, Purpose purpose, String source);

    /**
     * To what somebody objects.
     *
     * @param purposes for what their data is not to be used
     * @param recipients vendors or providers that are not to get it
     * @param thirdParties whether nobody but this machine is to get it
     * @param regions where it is not to go
     */
    record Objection(Set<Purpose> purposes, Set<String> recipients, boolean thirdParties, Set<String> regions) {
        public Objection {
            purposes = Set.copyOf(purposes);
            recipients = Set.copyOf(recipients);
            regions = Set.copyOf(regions);
        }

        /** The same as those who process understand it. @throws org.image2ai.api.PlatformException INVALID */
        public Scope toScope() {
            return new Scope(purposes, recipients, thirdParties, regions);
        }
    }
}
