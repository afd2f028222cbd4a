package org.image2ai.tck.vendor;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderInput;
import org.image2ai.kit.vendor.AccountSettings;
import org.image2ai.kit.vendor.Download;
import org.image2ai.kit.vendor.JsonBody;
import org.image2ai.kit.vendor.MultipartBody;
import org.image2ai.kit.vendor.VendorClient;
import org.image2ai.kit.vendor.VendorErrors;
import org.image2ai.kit.vendor.VendorProfile;
import org.image2ai.kit.vendor.VendorRequest;
import org.image2ai.tck.model.RecordingRenderSession;
import org.image2ai.tck.model.SampleRequest;
import org.image2ai.tck.pictures.Pictures;
import org.junit.Test;
import org.junit.runner.Description;
import org.junit.runners.model.Statement;

/** The recorded vendor and the line to it, both at once: one is the other's test. */
public class RecordedHttpTest {
    private static final byte[] PICTURE = Pictures.png(Pictures.solid(8, 8, Color.RED));

    private final RecordedHttp vendor = new RecordedHttp(getClass());

    private interface Work {
        void with(VendorClient client);
    }

    /** Runs as JUnit would run the rule. */
    private void play(Work work) throws Throwable {
        Statement test = new Statement() {
            @Override
            public void evaluate() {
                vendor.play("tck");
                AccountSettings settings = AccountSettings.of(
                        Map.of("baseUrl", vendor.baseUrl(), "egress.allowPrivate", "true", "apiKey", "secret-key"),
                        VendorProfile.server("tck", "Tck", 10));
                work.with(new VendorClient(
                        settings,
                        vendor.egress(),
                        Map.of("Authorization", "Bearer secret-key"),
                        VendorErrors.BY_STATUS));
            }
        };
        vendor.apply(test, Description.EMPTY).evaluate();
    }

    private static VendorRequest draw(int size) {
        ObjectNode tree =
                JsonNodeFactory.instance.objectNode().put("size", size).put("there", true);
        tree.putObject("deep").putArray("list").add(1).add("two");
        return VendorRequest.post("/api/draw", JsonBody.of(tree)).header("X-Extra", "anything");
    }

    @Test
    public void playsWhatFitsAndWhatIsPlayedOnceOnlyOnce() throws Throwable {
        play(client -> {
            JsonNode answer = client.json(draw(64));
            assertEquals(vendor.baseUrl() + "/files/1", answer.path("where").asText());
            PlatformException e = assertThrows(PlatformException.class, () -> client.json(draw(64)));
            assertEquals("rate_limited", e.code());
            assertEquals(Optional.of(Duration.ofSeconds(2)), e.retryAfter());
            assertEquals(2, vendor.received().size());
        });
    }

    @Test
    public void fetchesPicturesThroughRedirectsThatTheGuardAllows() throws Throwable {
        play(client -> {
            RecordingRenderSession session = new RecordingRenderSession();
            new Download(client, SampleRequest.of("any", Operation.GENERATE).build(), session)
                    .to(vendor.baseUrl() + "/files/1", 0);
            assertEquals(32, Pictures.decode(session.outputs().get(0).bytes()).getWidth());
        });
    }

    @Test
    public void comparesFormsPartByPart() throws Throwable {
        RenderInput picture = Pictures.input(RenderInput.Role.IMAGE, PICTURE);
        play(client -> client.send(VendorRequest.post(
                        "/api/form",
                        new MultipartBody()
                                .text("name", "text")
                                .picture("file", picture)
                                .picture("file", picture)
                                .body()))
                .close());
        AssertionError e = assertThrows(AssertionError.class, () -> new RecordedHttpTest()
                .play(client -> assertThrows(
                        PlatformException.class,
                        () -> client.send(VendorRequest.post(
                                "/api/form",
                                new MultipartBody()
                                        .text("name", "text")
                                        .picture("file", picture)
                                        .body())))));
        assertTrue(e.getMessage(), e.getMessage().contains("wants part file"));
    }

    @Test
    public void aRequestThatNothingIsAboutFailsTheTest() {
        AssertionError e = assertThrows(
                AssertionError.class,
                () -> play(client -> assertThrows(PlatformException.class, () -> client.json(draw(65)))));
        assertTrue(e.getMessage(), e.getMessage().contains("wants 64 at /size, got 65"));
    }

    @Test
    public void anotherPortIsAnotherServerAndNotCalled() throws Throwable {
        RecordedHttp elsewhere = new RecordedHttp(getClass());
        Statement test = new Statement() {
            @Override
            public void evaluate() throws Throwable {
                play(client -> {
                    String there = elsewhere.baseUrl() + "/files/2";
                    PlatformException e =
                            assertThrows(PlatformException.class, () -> client.send(VendorRequest.get(there)));
                    assertEquals("vendor_host_refused", e.code());
                    assertFalse(e.getMessage().contains("secret-key"));
                });
                assertTrue("it was called", elsewhere.received().isEmpty());
            }
        };
        elsewhere.apply(test, Description.EMPTY).evaluate();
    }
}
