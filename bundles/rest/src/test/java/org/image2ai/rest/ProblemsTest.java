package org.image2ai.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLTimeoutException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.Path;
import org.apache.cxf.attachment.HeaderSizeExceededException;
import org.apache.cxf.interceptor.Fault;
import org.image2ai.api.PlatformException;
import org.junit.Test;

public class ProblemsTest {
    record Inner(int width) {}

    record Body(String name, Inner inner, Optional<Instant> at) {}

    @Path("/api/v1/things/")
    static final class Things {}

    @Path("/api/v1/things/{id}")
    static final class Templated {}

    @Test
    public void givesEveryErrorTheStatusThatHttpHasForIt() {
        Map<PlatformException, Integer> statuses = Map.of(
                PlatformException.unauthenticated("x"), 401,
                PlatformException.exhausted("insufficient_credits", "x", false), 402,
                PlatformException.denied("forbidden", "x"), 403,
                PlatformException.notFound("job", "job_1"), 404,
                PlatformException.conflict("job_ended", "x"), 409,
                PlatformException.invalid("payload_too_large", "x"), 413,
                PlatformException.exhausted("queue_full", "x", true), 429,
                PlatformException.internal("x", "x", null), 500,
                PlatformException.upstream("provider_failed", "x", true), 502,
                PlatformException.exhausted("busy", "x", true), 503);
        statuses.forEach((e, status) -> assertEquals(e.code(), status.intValue(), Statuses.of(e)));
    }

    @Test
    public void namesTheFieldThatIsUnknown() {
        PlatformException e = parse("{\"name\":\"a\",\"inner\":{\"hieght\":3}}");
        assertEquals("unknown_field", e.code());
        assertEquals(Optional.of("inner.hieght"), e.field());
    }

    @Test
    public void namesTheFieldOfTheWrongType() {
        PlatformException e = parse("{\"inner\":{\"width\":\"wide\"}}");
        assertEquals("invalid_field", e.code());
        assertEquals(Optional.of("inner.width"), e.field());
    }

    /** Lists of some types, which Jackson reads each in its own way. */
    record Lists(Set<String> words, List<Inner> inners, Map<String, Object> parameters) {}

    @Test
    public void refusesListsWithNulls() throws JsonProcessingException {
        for (String json : List.of("{\"words\":[null]}", "{\"inners\":[{\"width\":1},null]}")) {
            JsonProcessingException e = assertThrows(
                    JsonProcessingException.class, () -> Json.mapper().readValue(json, Lists.class));
            assertEquals("invalid_field", Problems.of(e, "req_1").code());
        }
        Lists taken = Json.mapper().readValue("{\"parameters\":{\"seed\":null}}", Lists.class);
        assertTrue(taken.parameters().containsKey("seed"));
    }

    @Test
    public void saysWhereMalformedJsonIsBroken() {
        PlatformException e = parse("{\n \"name\": ");
        assertEquals("malformed_json", e.code());
        assertEquals("The body is not valid JSON at line 2, column 10.", e.getMessage());
    }

    @Test
    public void refusesJsonThatIsNestedTooDeep() {
        JsonProcessingException e = assertThrows(
                JsonProcessingException.class, () -> Json.mapper().readTree("[".repeat(100) + "]".repeat(100)));
        assertEquals(
                "The JSON is nested too deep, or a value is too long.",
                Problems.of(e, "req_1").getMessage());
    }

    @Test
    public void servesAResourceAtTheLiteralPathOfItsClass() {
        assertEquals("/api/v1/things", ResourceServers.address(Things.class));
        assertThrows(IllegalArgumentException.class, () -> ResourceServers.address(Templated.class));
        assertThrows(IllegalArgumentException.class, () -> ResourceServers.address(String.class));
    }

    private static PlatformException parse(String json) {
        JsonProcessingException e =
                assertThrows(JsonProcessingException.class, () -> Json.mapper().readValue(json, Body.class));
        return Problems.of(e, "req_1");
    }

    /** Values of every length. */
    record Scalar(String text, Optional<BigDecimal> number) {}

    @Test
    public void refusesWhatNobodyCanMean() throws JsonProcessingException {
        Map<String, String> bad = Map.of(
                "{\"text\":\"a\\u0000\"}", "text",
                "{\"text\":\"\\ud800\"}", "text",
                "{\"number\":1e999999999}", "number",
                "{\"number\":1e-999999999}", "number");
        bad.forEach((json, field) -> {
            JsonProcessingException e = assertThrows(
                    json, JsonProcessingException.class, () -> Json.mapper().readValue(json, Scalar.class));
            assertEquals("invalid_field", Problems.of(e, "req_1").code());
            assertEquals(Optional.of(field), Problems.of(e, "req_1").field());
        });
        Scalar good = Json.mapper().readValue("{\"text\":\"\\ud83e\\udd8a\",\"number\":1.25e3}", Scalar.class);
        assertEquals(new Scalar("\ud83e\udd8a", Optional.of(new BigDecimal("1.25e3"))), good);
    }

    @Test
    public void aFormThatCannotBeReadIsTheCallersFault() {
        Fault many = new Fault(new IOException("The message contains more attachments than are permitted"));
        assertEquals("too_many_parts", Multipart.unreadable(many).code());
        assertEquals(
                "payload_too_large",
                Multipart.unreadable(new HeaderSizeExceededException()).code());
        assertEquals(
                "malformed_form",
                Multipart.unreadable(new Fault(new IOException("no boundary"))).code());
    }

    @Test
    public void aLockThatDoesNotComeInTimeMayBeAskedForAgain() {
        PlatformException busy =
                Problems.of(new IllegalStateException(new SQLTimeoutException("locked", "HYT00")), "req_1");
        assertEquals("database_unavailable", busy.code());
        assertTrue(busy.retryable());
    }

    /** Values that Jackson would bend into another type. */
    record Strict(String text, Integer whole) {}

    @Test
    public void bendsNoValueIntoAnotherType() {
        for (String json : List.of(
                "{\"text\":7}",
                "{\"text\":true}",
                "{\"whole\":1.5}",
                "{\"whole\":\"1\"}",
                "{\"whole\":1,\"whole\":2}")) {
            assertThrows(
                    json, JsonProcessingException.class, () -> Json.mapper().readValue(json, Strict.class));
        }
    }
}
