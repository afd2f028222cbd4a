package org.image2ai.privacy.choice;

import java.util.HashSet;
import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.model.RoutingRestrictions;
import org.image2ai.api.privacy.ProcessingChoices;
import org.image2ai.privacy.policy.PublishedRecipients;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Where the pictures and prompts of an account must not go: what it objected to, and recipients that the public register
 * does not name. What is restricted stays on this machine.
 */
@Component
public final class ChosenRoutes implements RoutingRestrictions {
    private final Choices choices;
    private final PublishedRecipients published;

    @Activate
    public ChosenRoutes(@Reference Choices choices, @Reference PublishedRecipients published) {
        this.choices = choices;
        this.published = published;
    }

    @Override
    public Restrictions of(AccountId account) {
        ProcessingChoices.Choices chosen = choices.of(account);
        Set<String> closed = published.closedBundles();
        if (chosen.equals(ProcessingChoices.Choices.NONE) && closed.isEmpty()) {
            return Restrictions.NONE;
        }
        return new Restrictions(
                chosen.recipients(),
                chosen.thirdParties() || chosen.restricted(),
                chosen.regions(),
                bundles(closed, chosen.recipients()));
    }

    /** A person objects to a name that the register shows; what the router knows is the bundle that declares it. */
    private Set<String> bundles(Set<String> closed, Set<String> recipients) {
        if (recipients.isEmpty()) {
            return closed;
        }
        Set<String> bundles = new HashSet<>(closed);
        bundles.addAll(published.bundlesOf(recipients));
        return bundles;
    }
}
