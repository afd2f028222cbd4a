package org.image2ai.models;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RouteRequest;
import org.image2ai.api.model.RouteResult;
import org.image2ai.api.model.Routing;
import org.image2ai.api.model.Routing.Strictness;
import org.image2ai.api.model.RoutingPolicy;
import org.image2ai.tck.Calls;
import org.junit.After;
import org.junit.Test;

/** Who gets the work among those who could do it. */
public class PoliciesTest {
    private Stage stage = new Stage(Map.of("quality", "good/m, fair/m", "weights", "a/m = 3, z/m = 0"));

    @After
    public void close() {
        stage.close();
    }

    private static Routing routing(RoutingPolicy policy, String conversation) {
        return new Routing(
                Optional.of(policy),
                Strictness.STRICT,
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.ofNullable(conversation));
    }

    private String taken(RoutingPolicy policy) {
        return stage.router.quote(Stage.request(routing(policy, null))).model();
    }

    @Test
    public void cheapestIsTheUsualOneUnlessTheOperatorSaysOtherwise() {
        stage.add("good", "9", Stage::paint);
        stage.add("cheap", "1", Stage::paint);
        assertEquals("cheap/m", stage.router.quote(Stage.auto()).model());
        try (Stage other = new Stage(Map.of("policy", "quality", "quality", "good/m"))) {
            other.add("good", "9", Stage::paint);
            other.add("cheap", "1", Stage::paint);
            assertEquals("good/m", other.router.quote(Stage.auto()).model());
            assertEquals(
                    "cheap/m",
                    other.router
                            .quote(Stage.request(routing(RoutingPolicy.CHEAPEST, null)))
                            .model());
        }
        assertThrows(IllegalArgumentException.class, () -> new Policies(Fixtures.config(Map.of("policy", "best"))));
        assertThrows(IllegalArgumentException.class, () -> new Policies(Fixtures.config(Map.of("weights", "a/m"))));
    }

    @Test
    public void qualityGoesByTheOperatorsRanking() {
        stage.add("other", "1", Stage::paint);
        stage.add("fair", "5", Stage::paint);
        assertEquals("fair/m", taken(RoutingPolicy.QUALITY));
        stage.add("good", "9", Stage::paint);
        RouteResult result = stage.render(Stage.request(routing(RoutingPolicy.QUALITY, null)));
        assertEquals("good/m", result.model());
        assertEquals("first by the policy quality", result.attempts().get(0).reason());
    }

    @Test
    public void fastestGoesByWhatPicturesOfThatSizeTookLately() {
        stage.add("a", "1", Stage::paint);
        stage.add("b", "2", Stage::paint);
        health("a").took(100, 900);
        health("b").took(100, 300);
        assertEquals("b/m", taken(RoutingPolicy.FASTEST));
        health("b").took(100, 9_000);
        assertEquals("a/m", taken(RoutingPolicy.FASTEST));
        health("a").took(9_000_000, 1);
        assertEquals("a/m", taken(RoutingPolicy.FASTEST));
        health("a").took(100, 90_000);
        assertEquals("b/m", taken(RoutingPolicy.FASTEST));
    }

    private Health health(String id) {
        return stage.registry
                .snapshot()
                .find(id + "/m")
                .orElseThrow()
                .places()
                .get(0)
                .health(Operation.GENERATE);
    }

    @Test
    public void weightedGoesByLotInTheOperatorsProportionsAndTheSameForOneRequest() {
        stage.add("a", "1", Stage::paint);
        stage.add("b", "9", Stage::paint);
        stage.add("z", "1", Stage::paint);
        Map<String, Integer> taken = new HashMap<>();
        Routing weighted = routing(RoutingPolicy.WEIGHTED, null);
        for (int i = 0; i < 1_000; i++) {
            RouteRequest request = Stage.request("req_" + i, weighted, Map.of());
            String first = stage.router.quote(request).model();
            assertEquals(first, stage.router.quote(request).model());
            taken.merge(first, 1, Integer::sum);
        }
        assertEquals(Set.of("a/m", "b/m"), taken.keySet());
        assertTrue(taken.toString(), taken.get("a/m") > 690 && taken.get("a/m") < 810);
    }

    @Test
    public void stickyStaysWithTheModelOfTheConversation() {
        stage.add("b", "2", Stage::paint);
        RouteRequest first = Stage.request(routing(RoutingPolicy.STICKY, "cats"));
        assertEquals("b/m", stage.render(first).model());
        stage.add("a", "1", Stage::paint);
        assertEquals("b/m", stage.render(first).model());
        assertEquals(
                "a/m",
                stage.render(Stage.request(routing(RoutingPolicy.STICKY, "dogs")))
                        .model());
        RouteRequest others = new RouteRequest(
                Calls.of(new AccountId("acc_OTHER")),
                first.operation(),
                "auto",
                first.prompt(),
                List.of(),
                Map.of(),
                1,
                Optional.empty(),
                "k",
                first.routing());
        assertEquals("a/m", stage.render(others).model());
    }

    @Test
    public void localFirstKeepsItHereWhereItCan() {
        stage.add("far", "1", Stage::paint);
        stage.add(Stage.account("here", Map.of("local", true)), Fixtures.model("9"), Stage::paint);
        assertEquals("here/m", taken(RoutingPolicy.LOCAL_FIRST));
    }
}
