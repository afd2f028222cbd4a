package org.image2ai.models;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.Routing;
import org.image2ai.api.model.Routing.Strictness;
import org.image2ai.api.model.RoutingRestrictions.Restrictions;
import org.image2ai.tck.Calls;
import org.junit.After;
import org.junit.Test;

/** Where a request must not go. */
public class LimitsTest {
    private final Stage stage = new Stage();

    @After
    public void close() {
        stage.close();
    }

    private PlatformException refusal(Routing routing) {
        return assertThrows(PlatformException.class, () -> stage.router.quote(Stage.request(routing)));
    }

    private String quoted(Routing routing) {
        return stage.router.quote(Stage.request(routing)).model();
    }

    private static Routing wishes(Strictness strictness, Set<String> vendors, Set<String> regions, String most) {
        return new Routing(
                Optional.empty(),
                strictness,
                vendors,
                regions,
                Optional.ofNullable(most).map(BigDecimal::new),
                Optional.empty());
    }

    @Test
    public void whatARequestExcludesIsNotAsked() {
        stage.add(Stage.account("a", Map.of("vendor", "Acme")), Fixtures.inRegion("US", "1"), Stage::paint);
        stage.add(Stage.account("b", Map.of("vendor", "Bravo")), Fixtures.inRegion("DE", "2"), Stage::paint);
        stage.add(
                Stage.account("c", Map.of("vendor", "Here", "local", true)),
                Fixtures.inRegion("local", "3"),
                Stage::paint);
        assertEquals("b/m", quoted(wishes(Strictness.STRICT, Set.of("acme"), Set.of(), null)));
        assertEquals("b/m", quoted(wishes(Strictness.STRICT, Set.of("a"), Set.of(), null)));
        assertEquals("b/m", quoted(wishes(Strictness.STRICT, Set.of(), Set.of("DE"), null)));
        assertEquals("c/m", quoted(wishes(Strictness.STRICT, Set.of(), Set.of("FR"), null)));
        PlatformException all = refusal(wishes(Strictness.STRICT, Set.of("Acme", "Bravo", "Here"), Set.of(), null));
        assertEquals("routing_excludes_model", all.code());
        assertEquals(Optional.of("routing.excludeVendors"), all.field());
        assertEquals(
                "price_ceiling",
                refusal(wishes(Strictness.STRICT, Set.of(), Set.of(), "0.5")).code());
    }

    @Test
    public void whatAnAccountObjectedToIsNeverAskedAndTheRefusalSaysWhy() {
        stage.add(Stage.account("a", Map.of("vendor", "Acme")), Fixtures.inRegion("US", "1"), Stage::paint);
        stage.add(Stage.account("b", Map.of("vendor", "Bravo")), Fixtures.inRegion("DE", "2"), Stage::paint);
        stage.router.restrictions = account -> new Restrictions(Set.of("ACME"), false, Set.of());
        assertEquals("b/m", stage.router.quote(Stage.auto()).model());
        assertEquals("b/m", stage.render(Stage.auto()).model());
        stage.router.restrictions = account -> new Restrictions(Set.of(), false, Set.of("de"));
        assertEquals("a/m", stage.router.quote(Stage.auto()).model());
        PlatformException region = assertThrows(PlatformException.class, () -> stage.router.quote(Stage.named("b/m")));
        assertEquals("routing_restricted", region.code());
        assertTrue(region.getMessage(), region.getMessage().contains("objected to the region DE"));
        stage.router.restrictions = account -> new Restrictions(Set.of(), true, Set.of());
        PlatformException all = assertThrows(PlatformException.class, () -> stage.render(Stage.auto()));
        assertTrue(all.getMessage(), all.getMessage().contains("objected to processing by third parties"));
        stage.add(Stage.account("c", Map.of("local", true)), Fixtures.inRegion("local", "3"), Stage::paint);
        assertEquals("c/m", stage.render(Stage.auto()).model());
        stage.router.restrictions =
                account -> account.equals(Calls.BOB) ? new Restrictions(Set.of(), true, Set.of()) : Restrictions.NONE;
        assertEquals("a/m", stage.router.quote(Stage.auto()).model());
    }

    @Test
    public void aBundleWithARecipientThatMayNotGetItIsNotAsked() {
        stage.add("a", "1", Stage::paint);
        stage.router.restrictions = account -> new Restrictions(Set.of(), false, Set.of(), Set.of("another", "test"));
        PlatformException no = assertThrows(PlatformException.class, () -> stage.router.quote(Stage.auto()));
        assertEquals("routing_restricted", no.code());
        assertThrows(PlatformException.class, () -> stage.render(Stage.auto()));
        stage.router.restrictions = account -> new Restrictions(Set.of(), false, Set.of(), Set.of("another"));
        assertEquals("a/m", stage.render(Stage.auto()).model());
    }

    @Test
    public void whileObjectionsCannotBeReadNothingIsRouted() {
        stage.add("a", "1", Stage::paint);
        stage.router.restrictions = account -> {
            throw PlatformException.internal("not_ready", "not loaded yet", null);
        };
        assertThrows(PlatformException.class, () -> stage.render(Stage.auto()));
    }
}
