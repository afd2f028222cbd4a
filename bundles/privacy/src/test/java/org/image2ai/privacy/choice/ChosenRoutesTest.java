package org.image2ai.privacy.choice;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Map;
import java.util.Set;
import org.image2ai.api.model.RoutingRestrictions.Restrictions;
import org.image2ai.privacy.policy.TestPolicy;
import org.image2ai.tck.Calls;
import org.junit.After;
import org.junit.Test;

public class ChosenRoutesTest {
    private final TestPolicy test = new TestPolicy(Map.of("autoPublish", false));
    private final Choices choices =
            new Choices(new ChoiceRows(test.unit::migrate, test.unit, test.unit), test.policies, test.clock);
    private final ChosenRoutes routes = new ChosenRoutes(choices, test.published);

    @After
    public void close() {
        test.close();
    }

    private void object(String recipient) {
        choices.object(Calls.ALICE, new Scope(Set.of(), Set.of(recipient), false, Set.of()), "self-service");
    }

    @Test
    public void whoRestrictedProcessingIsNeverRoutedAway() {
        assertEquals(Restrictions.NONE, routes.of(Calls.ALICE));
        choices.restrict(Calls.ALICE, true, "self-service");
        assertTrue(routes.of(Calls.ALICE).thirdParties());
        assertEquals(Restrictions.NONE, routes.of(Calls.BOB));
    }

    @Test
    public void anObjectionToANameInTheRegisterReachesTheBundleThatSendsThere() {
        test.members.send("org.acme", "Acme Inc.", "/privacy");
        object("ACME INC.");
        assertEquals(Set.of("org.acme"), routes.of(Calls.ALICE).bundles());
        assertEquals(Set.of("acme inc."), routes.of(Calls.ALICE).vendors());
        assertEquals(Set.of(), routes.of(Calls.BOB).bundles());
    }

    @Test
    public void nobodyIsRoutedToARecipientThatTheRegisterDoesNotName() {
        test.published.publish("x");
        test.members.send("org.acme", "Acme Inc.", "/privacy");
        assertEquals(Set.of("org.acme"), routes.of(Calls.BOB).bundles());
        test.published.publish("x");
        assertEquals(Restrictions.NONE, routes.of(Calls.BOB));
    }
}
