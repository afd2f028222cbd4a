package org.image2ai.karaf;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.notify.Mail;
import org.image2ai.api.notify.Mailer;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.kit.privacy.Admission;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.ProbeBuilder;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.options.extra.VMOption;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceRegistration;

/** Inside the packed distribution: bundles come and go live, and nobody else is moved. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class LiveBundlesIT {
    private static final int HTTP = 18181;

    @Inject
    private BundleContext context;

    /** The virtual machine as {@code bin/karaf} starts it on JDK 17. */
    @Configuration
    public Option[] configuration() {
        List<Option> options = new ArrayList<>(List.of(
                karafDistributionConfiguration()
                        .frameworkUrl(new File(System.getProperty("distribution"))
                                .toURI()
                                .toString())
                        .karafVersion(System.getProperty("karaf.version"))
                        .name("Image2AI")
                        .unpackDirectory(new File("target/exam"))
                        .useDeployFolder(false),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                keepRuntimeFolder(),
                editConfigurationFilePut("etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", "" + HTTP),
                editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", "18101"),
                editConfigurationFilePut("etc/org.image2ai.models.cfg", "timeoutSeconds", "3"),
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.url.mvn.cfg",
                        "org.ops4j.pax.url.mvn.localRepository",
                        System.getProperty("maven.repo.local"))));
        options.add(VendorFiles.written());
        String karaf = System.getProperty("karaf.version");
        String separator = File.pathSeparator;
        Arrays.stream(new String[] {
                    "-Djava.rmi.server.hostname=127.0.0.1",
                    "--add-reads=java.xml=java.logging",
                    "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
                    "--patch-module",
                    "java.base=lib/endorsed/org.apache.karaf.specs.locator-" + karaf + ".jar",
                    "--patch-module",
                    "java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + karaf + ".jar",
                    "--add-opens=java.base/java.security=ALL-UNNAMED",
                    "--add-opens=java.base/java.net=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--add-opens=java.base/java.util=ALL-UNNAMED",
                    "--add-opens=java.naming/javax.naming.spi=ALL-UNNAMED",
                    "--add-opens=java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
                    "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
                    "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
                    "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
                    "--add-exports=jdk.naming.rmi/com.sun.jndi.url.rmi=ALL-UNNAMED",
                    "-classpath",
                    "lib/jdk9plus/*" + separator + "lib/boot/*" + separator + "lib/endorsed/*"
                })
                .map(VMOption::new)
                .forEach(options::add);
        return options.toArray(Option[]::new);
    }

    /** The test is a bundle of somebody else: its providers are seen because it declares that it holds nothing. */
    @ProbeBuilder
    public TestProbeBuilder probe(TestProbeBuilder probe) throws IOException {
        byte[] declaration;
        try (InputStream in = LiveBundlesIT.class.getResourceAsStream("/" + PrivacyDeclaration.FILE)) {
            declaration = in.readAllBytes();
        }
        return probe.setHeader("Bundle-SymbolicName", "org.example.probe")
                .setHeader(
                        "Provide-Capability",
                        PrivacyDeclaration.CAPABILITY + ";digest=\"" + Admission.digest(declaration) + '"');
    }

    @Before
    public void awaitReady() throws Exception {
        await("/health/ready", 200);
    }

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

    private static JsonNode run(Client client, String model) {
        return client.await(client.post("/api/v1/jobs", request(model))
                .expect(202)
                .json()
                .get("id")
                .asText());
    }

    private static String request(String model) {
        return "{\"operation\":\"generate\",\"model\":\"" + model + "\",\"prompt\":\"x\",\"count\":4}";
    }

    private static void awaitModel(Client client, String name, boolean there) {
        Poll.until(
                name + (there ? " comes" : " goes"),
                Duration.ofSeconds(20),
                () -> client.get("/api/v1/models").expect(200).text(),
                models -> models.contains('"' + name + '"') == there);
    }

    private static Client admin() throws IOException {
        Properties credentials = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(System.getProperty("karaf.etc"), "first-boot.properties"))) {
            credentials.load(file);
        }
        return new Client(URI.create("http://127.0.0.1:" + HTTP), credentials.getProperty("admin.apiKey"));
    }

    private Bundle bundle(String name) throws BundleException {
        return Arrays.stream(context.getBundles())
                .filter(b -> name.equals(b.getSymbolicName()))
                .findFirst()
                .orElseThrow(() -> new BundleException("There is no bundle " + name));
    }

    private static void await(String path, int status) throws Exception {
        int seen = 0;
        for (int i = 0; i < 300; i++) {
            HttpURLConnection call = (HttpURLConnection) new URL("http://127.0.0.1:" + HTTP + path).openConnection();
            try {
                seen = call.getResponseCode();
            } catch (java.io.IOException e) {
                seen = -1;
            }
            if (seen == status) {
                return;
            }
            new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS);
        }
        assertEquals(path, status, seen);
    }
}
