package org.image2ai.karaf;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.notify.Mail;
import org.image2ai.api.notify.Mailer;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;

/** Inside the packed distribution: bundles come and go live, and nobody else is moved. */
public class LiveBundlesIT extends Inside {
    /** Liquibase is a library here: its providers would cost every boot half a second. */
    @Test
    public void startsEveryBundleButLiquibase() {
        List<String> notActive = Arrays.stream(context.getBundles())
                .filter(b -> b.getHeaders().get("Fragment-Host") == null)
                .filter(b -> b.getState() != Bundle.ACTIVE)
                .map(Bundle::getSymbolicName)
                .toList();
        assertEquals(List.of("org.liquibase.core"), notActive);
        assertTrue(context.getBundles().length > 100);
    }

    @Test
    public void writesMailWithTheLibraryThatItBrings() throws Exception {
        Mailer mailer = context.getService(context.getServiceReference(Mailer.class));
        Map<String, String> values = Map.of("name", "Ada", "link", "http://127.0.0.1/");
        mailer.send(new Mail(Optional.empty(), "ada@example.org", "de", "job-done", values));
        Path outbox = Path.of(System.getProperty("karaf.data"), "outbox");
        Path mail = Poll.until("the mail", Duration.ofSeconds(20), () -> newest(outbox), m -> m != null);
        String text = Files.readString(mail);
        assertTrue(text, text.contains("Subject: Ihre Bilder sind fertig") && text.contains("text/html"));
    }

    private static Path newest(Path folder) {
        File[] mails = folder.toFile().listFiles((dir, name) -> name.endsWith(".eml"));
        return mails == null || mails.length == 0 ? null : mails[0].toPath();
    }

    @Test
    public void takesABundlesEndpointsAwayWithItAndBringsThemBack() throws Exception {
        Bundle library = bundle("org.image2ai.library");
        await("/api/v1/assets", 401);
        library.stop();
        await("/api/v1/assets", 404);
        await("/health/ready", 503);
        await("/api/v1/me", 401);
        library.start();
        await("/api/v1/assets", 401);
        await("/health/ready", 200);
    }

    @Test
    public void jobsRunAgainWhicheverBundleWasAway() throws Exception {
        ServiceRegistration<ImageModelProvider> plugin = Plugin.register(context, "stay", (r, s) -> Plugin.paint(s, 1));
        try {
            for (String name : List.of("pipelines", "generation", "models", "billing", "security", "kit")) {
                Bundle away = bundle("org.image2ai." + name);
                away.stop();
                away.start();
                await("/health/ready", 200);
                awaitModel(admin(), "stay/m", true);
                JsonNode job = run(admin(), "stay/m");
                assertEquals(name + ": " + job, "SUCCEEDED", job.get("state").asText());
            }
        } finally {
            plugin.unregister();
        }
    }

    @Test
    public void aProviderThatComesAndGoesNeedsNoRestartAndItsJobsWait() throws Exception {
        ServiceRegistration<ImageModelProvider> plugin = Plugin.register(context, "come", (r, s) -> Plugin.paint(s, 3));
        awaitModel(admin(), "come/m", true);
        JsonNode job = run(admin(), "come/m");
        assertEquals(job.toString(), "SUCCEEDED", job.get("state").asText());
        assertEquals(3, job.get("receipt").get("credits").asInt());
        assertEquals("FAILED", job.get("outputs").get(3).get("status").asText());
        plugin.unregister();
        awaitModel(admin(), "come/m", false);
        Client.Answer waiting = admin().post("/api/v1/jobs", request("come/m")).expect(202);
        plugin = Plugin.register(context, "come", (r, s) -> Plugin.paint(s, 4));
        job = admin().await(waiting.json().get("id").asText());
        plugin.unregister();
        assertEquals(job.toString(), "SUCCEEDED", job.get("state").asText());
    }

    @Test
    public void whatAVendorSaysOfItsPictureIsKept() throws Exception {
        byte[] sealed = VendorFiles.read("sealed.png");
        assertArrayEquals(sealed, picture(run("seals", (r, s) -> Plugin.give(s, sealed))));
        byte[] titled = VendorFiles.read("titled.png");
        String file = new String(picture(run("titles", (r, s) -> Plugin.give(s, titled))), StandardCharsets.UTF_8);
        assertTrue(
                file, file.contains("A fox") && file.contains("titles/m") && file.contains("trainedAlgorithmicMedia"));
    }

    private byte[] picture(JsonNode job) throws IOException {
        assertEquals(job.toString(), "SUCCEEDED", job.get("state").asText());
        return admin().get(job.get("outputs").get(0).get("content").asText()).bytes();
    }

    @Test
    public void aProviderThatMisbehavesEndsItsJobWithAReasonAndCostsNothing() throws Exception {
        long before = People.available(admin());
        assertEquals("provider_failed", failure("throws", (request, session) -> {
            throw new StackOverflowError();
        }));
        assertEquals("invalid_output", failure("lies", (request, session) -> Plugin.lie(session)));
        assertEquals("provider_no_output", failure("empty", (request, session) -> Plugin.paint(session, 0)));
        assertEquals("provider_failed", failure("nothing", (request, session) -> null));
        assertEquals(before, People.available(admin()));
    }

    @Test
    public void aProviderThatHangsIsGivenUpAndItsHoldReleased() throws Exception {
        long before = People.available(admin());
        CountDownLatch release = new CountDownLatch(1);
        assertEquals("provider_timeout", failure("hangs", (request, session) -> {
            while (release.getCount() > 0) {
                try {
                    release.await();
                } catch (InterruptedException e) {
                    // it does not listen
                }
            }
            return Plugin.paint(session, 1);
        }));
        release.countDown();
        assertEquals(before, People.available(admin()));
    }

    private String failure(String id, Plugin.Behaviour behaviour) throws Exception {
        JsonNode job = run(id, behaviour);
        assertEquals(job.toString(), "FAILED", job.get("state").asText());
        return job.get("error").get("code").asText();
    }

    private JsonNode run(String id, Plugin.Behaviour behaviour) throws Exception {
        ServiceRegistration<ImageModelProvider> plugin = Plugin.register(context, id, behaviour);
        try {
            awaitModel(admin(), id + "/m", true);
            return run(admin(), id + "/m");
        } finally {
            plugin.unregister();
        }
    }
}
