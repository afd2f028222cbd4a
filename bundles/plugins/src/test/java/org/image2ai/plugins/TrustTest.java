package org.image2ai.plugins;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.image2ai.api.ErrorType;
import org.image2ai.api.PlatformException;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class TrustTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path root;
    private Path jar;

    @Before
    public void begin() throws Exception {
        root = folder.getRoot().toPath();
        jar = Jars.plugin(root.resolve("plugin.jar"), "1.0.0", "content");
    }

    @Test
    public void takesAnyJarWhenNothingIsConfigured() {
        check(TestConfig.DEFAULTS);
    }

    @Test
    public void takesOnlyThePinnedDigests() {
        String digest = PluginJar.digest(jar);
        String wrong = "0".repeat(64);
        check(pinned(Jars.NAME + "=" + digest));
        check(pinned(Jars.NAME + "=" + wrong + ", " + Jars.NAME + "=" + digest));
        check(pinned("other=" + wrong));
        PlatformException refused = assertThrows(PlatformException.class, () -> check(pinned(Jars.NAME + "=" + wrong)));
        assertEquals(ErrorType.DENIED, refused.type());
        assertTrue(refused.getMessage(), refused.getMessage().contains(digest));
        assertThrows(IllegalArgumentException.class, () -> check(pinned(Jars.NAME + "=abc")));
    }

    @Test
    public void takesWhatACertificateOfTheKeyStoreSigned() throws Exception {
        Path ours = keys("ours");
        sign(jar, ours);
        check(signed(ours));
    }

    @Test
    public void refusesWhatIsNotSignedOrByAStranger() throws Exception {
        Path ours = keys("ours");
        refused(signed(ours), "is not signed");
        sign(jar, keys("stranger"));
        refused(signed(ours), "by nobody in the key store");
        refused(signed(root.resolve("none.p12")), "cannot be read");
    }

    @Test
    public void refusesWhatWasChangedOrAddedAfterTheSignature() throws Exception {
        Path ours = keys("ours");
        sign(jar, ours);
        Path signed = Files.copy(jar, root.resolve("signed.jar"));
        rewrite(signed, "content.txt", false);
        refused(signed(ours), "is broken");
        rewrite(signed, "added.txt", true);
        refused(signed(ours), "added.txt in it is not signed");
    }

    private void refused(TestConfig config, String why) {
        PlatformException refused = assertThrows(PlatformException.class, () -> check(config));
        assertEquals("plugin_untrusted", refused.code());
        assertTrue(refused.getMessage(), refused.getMessage().contains(why));
    }

    private void check(TestConfig config) {
        new Trust(config).check(jar, PluginJar.read(jar), PluginJar.digest(jar));
    }

    private static TestConfig pinned(String pins) {
        return new TestConfig(pins, false, "", 10);
    }

    private static TestConfig signed(Path keyStore) {
        return new TestConfig("", true, keyStore.toString(), 10);
    }

    /** Copies a signed jar to {@code jar} with one entry changed or added. */
    private void rewrite(Path signed, String name, boolean add) throws Exception {
        Path changed = root.resolve("changed.jar");
        try (ZipFile in = new ZipFile(signed.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry entry : in.stream().toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().equals(name)
                                ? "evil".getBytes()
                                : in.getInputStream(entry).readAllBytes());
            }
            if (add) {
                out.putNextEntry(new ZipEntry(name));
                out.write("evil".getBytes());
            }
        }
        Files.move(changed, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path keys(String name) throws Exception {
        Path store = root.resolve(name + ".p12");
        run("keytool", "-genkeypair", "-alias", "k", "-keyalg", "EC", "-dname", "CN=" + name, "-storetype", "PKCS12");
        Files.move(root.resolve("keys"), store);
        return store;
    }

    private void sign(Path file, Path store) throws Exception {
        Files.copy(store, root.resolve("keys"), StandardCopyOption.REPLACE_EXISTING);
        run("jarsigner", file.toString(), "k");
        Files.delete(root.resolve("keys"));
    }

    /** A tool of the JDK, with {@code keys} as its key store. */
    private void run(String tool, String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(
                List.of(System.getProperty("java.home") + File.separator + "bin" + File.separator + tool));
        command.addAll(List.of("-keystore", root.resolve("keys").toString(), "-storepass", "changeit"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertTrue(said, process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(said, 0, process.exitValue());
    }
}
