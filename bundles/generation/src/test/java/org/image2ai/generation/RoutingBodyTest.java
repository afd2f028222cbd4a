package org.image2ai.generation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.image2ai.api.generation.JobRequest;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.Routing;
import org.image2ai.api.model.RoutingPolicy;
import org.junit.Test;

public class RoutingBodyTest {
    private static RoutingBody body(String json) {
        return JobJson.read(json, RoutingBody.class);
    }

    private static String refusedField(String json) {
        return assertThrows(PlatformException.class, () -> body(json).toRequest())
                .field()
                .orElseThrow();
    }

    @Test
    public void takesWhatAClientSays() {
        Routing routing =
                body("{\"policy\":\"local-first\",\"strictness\":\"best-effort\",\"excludeVendors\":[\"OpenAI\"],"
                                + "\"regions\":[\"DE\",\"FR\"],\"maxCredits\":2.5,\"conversation\":\"a\"}")
                        .toRequest();
        assertEquals(
                new Routing(
                        Optional.of(RoutingPolicy.LOCAL_FIRST),
                        Routing.Strictness.BEST_EFFORT,
                        Set.of("OpenAI"),
                        Set.of("DE", "FR"),
                        Optional.of(new BigDecimal("2.5")),
                        Optional.of("a")),
                routing);
        assertEquals(Routing.USUAL, body("{}").toRequest());
    }

    @Test
    public void refusesByNameWhatItDoesNotKnow() {
        assertEquals("routing.policy", refusedField("{\"policy\":\"best\"}"));
        assertEquals("routing.strictness", refusedField("{\"strictness\":\"lax\"}"));
        assertEquals("routing.maxCredits", refusedField("{\"maxCredits\":-1}"));
        assertEquals("routing.regions", refusedField("{\"regions\":[null]}"));
        assertEquals("routing.conversation", refusedField("{\"conversation\":\"" + "x".repeat(101) + "\"}"));
    }

    @Test
    public void aRowKeepsItAndOldRowsHaveNone() {
        Routing routing = new Routing(
                Optional.of(RoutingPolicy.STICKY),
                Routing.Strictness.STRICT,
                Set.of("p"),
                Set.of("local"),
                Optional.of(BigDecimal.TEN),
                Optional.of("c"));
        JobRequest request = new JobRequest(
                Operation.GENERATE,
                "auto",
                Optional.of("a fox"),
                List.of(),
                java.util.Map.of(),
                1,
                Optional.empty(),
                0,
                Optional.empty(),
                routing);
        String row = JobJson.write(StoredRequest.of(request));
        assertEquals(request, JobJson.read(row, StoredRequest.class).toRecord());
        String old =
                "{\"operation\":\"generate\",\"model\":\"auto\",\"prompt\":\"a fox\",\"inputs\":[],\"parameters\":{},"
                        + "\"count\":1,\"creditCeiling\":null,\"previews\":0}";
        assertEquals(
                Routing.USUAL, JobJson.read(old, StoredRequest.class).toRecord().routing());
    }
}
