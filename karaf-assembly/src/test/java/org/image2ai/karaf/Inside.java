package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.options.extra.VMOption;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** Inside the packed distribution: what tests share that look at its bundles from within. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public abstract class Inside extends DeclaringProbe {
    static final int HTTP = 18181;

    @Inject
    BundleContext context;

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
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.logging.cfg",
                        "log4j2.appender.rolling.fileName",
                        new File("target/exam-logs", getClass().getSimpleName() + ".log").getAbsolutePath()),
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

    @Before
    public void awaitReady() throws Exception {
        await("/health/ready", 200);
    }

    static JsonNode run(Client client, String model) {
        return client.await(client.post("/api/v1/jobs", request(model))
                .expect(202)
                .json()
                .get("id")
                .asText());
    }

    static String request(String model) {
        return "{\"operation\":\"generate\",\"model\":\"" + model + "\",\"prompt\":\"x\",\"count\":4}";
    }

    static void awaitModel(Client client, String name, boolean there) {
        Poll.until(
                name + (there ? " comes" : " goes"),
                Duration.ofSeconds(20),
                () -> client.get("/api/v1/models").expect(200).text(),
                models -> models.contains('"' + name + '"') == there);
    }

    static Client admin() throws IOException {
        Properties credentials = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(System.getProperty("karaf.etc"), "first-boot.properties"))) {
            credentials.load(file);
        }
        return new Client(URI.create("http://127.0.0.1:" + HTTP), credentials.getProperty("admin.apiKey"));
    }

    Bundle bundle(String name) throws BundleException {
        return Arrays.stream(context.getBundles())
                .filter(b -> name.equals(b.getSymbolicName()))
                .findFirst()
                .orElseThrow(() -> new BundleException("There is no bundle " + name));
    }

    static void await(String path, int status) throws Exception {
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
