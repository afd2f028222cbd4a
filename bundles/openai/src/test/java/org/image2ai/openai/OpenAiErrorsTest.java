package org.image2ai.openai;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.image2ai.api.PlatformException;
import org.image2ai.api.rest.ErrorShape.Shaped;
import org.junit.Test;

public class OpenAiErrorsTest {
    private static Shaped shaped(PlatformException error, int status) {
        return new OpenAiErrors().shape(error, status, "req_1");
    }

    private static String json(PlatformException error, int status) throws Exception {
        return new ObjectMapper().writeValueAsString(shaped(error, status).body());
    }

    @Test
    public void alwaysHasAllFourKeys() throws Exception {
        assertEquals(
                "{\"error\":{\"message\":\"No.\",\"type\":\"invalid_request_error\",\"param\":null,\"code\":\"odd\"}}",
                json(PlatformException.invalid("odd", "No."), 400));
        assertEquals(
                "{\"error\":{\"message\":\"Too wide.\",\"type\":\"invalid_request_error\",\"param\":\"size\","
                        + "\"code\":\"invalid_value\"}}",
                json(PlatformException.invalid("invalid_parameter", "Too wide.").withField("parameters.width"), 400));
    }

    @Test
    public void takesTheStatusThatTheReferenceHas() {
        assertEquals(
                429,
                shaped(PlatformException.exhausted("insufficient_credits", "", false), 402)
                        .status());
        assertEquals(
                404,
                shaped(PlatformException.invalid("model_not_found", ""), 400).status());
        assertEquals(
                400,
                shaped(PlatformException.denied("content_refused", ""), 403).status());
        assertEquals(
                502,
                shaped(PlatformException.upstream("vendor_error", "", true), 502)
                        .status());
    }

    @Test
    public void tellsClientsNotToTryAgainWhereThatIsHopeless() {
        Map<String, String> no = Map.of("x-should-retry", "false");
        assertEquals(
                no,
                shaped(PlatformException.exhausted("insufficient_credits", "", false), 402)
                        .headers());
        assertEquals(
                no,
                shaped(PlatformException.upstream("vendor_error", "", false), 502)
                        .headers());
        assertEquals(
                no,
                shaped(PlatformException.conflict("idempotency_key_reused", ""), 409)
                        .headers());
        assertEquals(
                Map.of(),
                shaped(PlatformException.upstream("vendor_error", "", true), 502)
                        .headers());
        assertEquals(
                Map.of(),
                shaped(PlatformException.exhausted("queue_full", "", true), 429).headers());
    }
}
