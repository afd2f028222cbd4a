package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderSession;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Inside the packed distribution: vendors' bundles leave nothing behind, and take nothing from their neighbours. */
public class PluginBundlesIT extends Inside {
    private static final String VENDOR = "org.image2ai.model-openai-compatible";
    private static final String PID = "org.image2ai.model.openai.compatible";
    private static final int ROUNDS = 20;
    private static final int WARM_UP = 3;
    private static final int THREADS_THAT_POOLS_MAY_ADD = 6;
    private static final byte[] BLOCK = new byte[1 << 16];

    @Inject
    private ConfigurationAdmin configurations;

    @Test
    public void twentyInstallationsLeaveNeitherClassesNorThreadsBehind() throws Exception {
        String location = bundle(VENDOR).getLocation();
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        int threads = 0;
        try (PictureServer server = new PictureServer()) {
            for (int round = 0; round < ROUNDS; round++) {
                loaders.add(useAndUninstall(server.port(), "round" + round));
                context.installBundle(location).start();
                threads = round == WARM_UP ? Thread.getAllStackTraces().size() : threads;
            }
            Poll.until("the connections to be closed", Duration.ofSeconds(10), server::open, n -> n == 0);
        }
        // A pooled thread may still remember the last one that it worked for.
        Poll.until("the class loaders to go", Duration.ofSeconds(30), () -> alive(loaders), n -> n <= 1);
        int after = Thread.getAllStackTraces().size();
        assertTrue("threads: " + threads + ", then " + after, after <= threads + THREADS_THAT_POOLS_MAY_ADD);
    }

    /** A round in a method of its own: no local variable holds what is to go. */
    private WeakReference<ClassLoader> useAndUninstall(int port, String id) throws Exception {
        Bundle vendor = bundle(VENDOR);
        Configuration account = configurations.getFactoryConfiguration(PID, id, "?");
        Hashtable<String, Object> settings = new Hashtable<>();
        settings.put("id", id);
        settings.put("baseUrl", "http://127.0.0.1:" + port + "/v1");
        settings.put("egress.allowPrivate", "true");
        settings.put("models", "m=0");
        account.update(settings);
        awaitModel(admin(), id + "/m", true);
        JsonNode job = run(admin(), id + "/m");
        assertEquals(job.toString(), "SUCCEEDED", job.get("state").asText());
        WeakReference<ClassLoader> loader =
                new WeakReference<>(vendor.adapt(BundleWiring.class).getClassLoader());
        account.delete();
        awaitModel(admin(), id + "/m", false);
        vendor.uninstall();
        refresh(vendor);
        return loader;
    }

    private void refresh(Bundle bundle) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        FrameworkListener listener = event -> done.countDown();
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .refreshBundles(List.of(bundle), listener);
        assertTrue("not refreshed", done.await(30, TimeUnit.SECONDS));
    }

    private static long alive(List<WeakReference<ClassLoader>> loaders) {
        System.gc();
        return loaders.stream().filter(loader -> loader.get() != null).count();
    }

    @Test
    public void whoFloodsOrWritesWithoutEndTakesOnlyItsOwnPermits() throws Exception {
        ServiceRegistration<ImageModelProvider> floods = Plugin.register(context, "floods", (r, s) -> flood(s));
        ServiceRegistration<ImageModelProvider> endless = Plugin.register(context, "endless", (r, s) -> pour(s));
        ServiceRegistration<ImageModelProvider> calm = Plugin.register(context, "calm", (r, s) -> Plugin.paint(s, 4));
        try {
            for (String id : List.of("floods", "endless", "calm")) {
                awaitModel(admin(), id + "/m", true);
            }
            List<String> hostile = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                hostile.add(begin(i % 2 == 0 ? "floods/m" : "endless/m"));
            }
            for (int i = 0; i < 5; i++) {
                JsonNode job = run(admin(), "calm/m");
                assertEquals(job.toString(), "SUCCEEDED", job.get("state").asText());
            }
            for (String id : hostile) {
                JsonNode job = admin().await(id);
                String model = job.get("model").asText();
                assertEquals(job.toString(), model.equals("floods/m") ? "SUCCEEDED" : "FAILED", state(job));
            }
        } finally {
            List.of(floods, endless, calm).forEach(ServiceRegistration::unregister);
        }
    }

    private static String begin(String model) throws IOException {
        return admin().post("/api/v1/jobs", request(model))
                .expect(202)
                .json()
                .get("id")
                .asText();
    }

    private static String state(JsonNode job) {
        return job.get("state").asText();
    }

    private static RenderResult flood(RenderSession session) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        for (int i = 0; System.nanoTime() < end; i++) {
            session.progress((i % 100) / 100.0, "x".repeat(10_000));
            session.preview(0, "image/png", BLOCK);
        }
        return Plugin.paint(session, 4);
    }

    private static RenderResult pour(RenderSession session) {
        try (OutputStream out = session.output(0, "image/png")) {
            while (true) {
                out.write(BLOCK);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
