package org.image2ai.privacy.request;

import java.util.List;
import org.image2ai.api.AccountId;
import org.image2ai.privacy.roster.Member;

/** Looks into the platform's own custody, past a bundle's participant: what it says of itself is not proof. */
public interface Probe {
    /** How many rows and files lie in what a member declares, under a person's name. */
    long count(Member member, AccountId subject);

    /**
     * Removes what lies there, for a bundle that was torn out and cannot do it.
     *
     * @return the declared locations that the platform cannot see, for which somebody must be asked
     */
    List<String> erase(Member member, AccountId subject);
}
