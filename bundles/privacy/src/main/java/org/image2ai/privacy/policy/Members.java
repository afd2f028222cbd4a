package org.image2ai.privacy.policy;

import java.util.List;
import org.image2ai.privacy.roster.Member;
import org.image2ai.privacy.roster.Roster;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Those in the roster. It is looked up when it is needed and not before: the router needs what is published to begin, and
 * those whom the roster asks may need the router.
 */
@Component(service = Members.class)
public class Members {
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile ComponentServiceObjects<Roster> roster;

    /** All of them; none while there is no roster. */
    public List<Member> all() {
        ComponentServiceObjects<Roster> live = roster;
        Roster found = live == null ? null : live.getService();
        if (found == null) {
            return List.of();
        }
        try {
            return found.members();
        } finally {
            live.ungetService(found);
        }
    }
}
