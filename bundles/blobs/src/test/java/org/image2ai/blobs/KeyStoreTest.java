package org.image2ai.blobs;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.Purpose;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.api.privacy.PrivacyDeclaration.Action;
import org.image2ai.api.privacy.PrivacyDeclaration.Holding;
import org.image2ai.api.privacy.PrivacyDeclaration.Retention;
import org.image2ai.kit.KeyFile;
import org.image2ai.tck.Calls;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class KeyStoreTest {
    private static final String UPLOADS = "library/uploads";
    private static final String JOBS = "library/jobs";

    @Rule
    public final TemporaryFolder data = new TemporaryFolder();

    private Path folder;
    private KeyStore keys;

    @Before
    public void open() {
        folder = data.getRoot().toPath().resolve("keystore");
        keys = again();
    }

    private KeyStore again() {
        return new KeyStore(folder, () -> new byte[32]);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    public void keepsOneKeyForEachSubjectAndHoldingAlsoAfterARestart() {
        DataKey key = keys.forSealing(Calls.ALICE, UPLOADS);
        assertSame(key, keys.forSealing(Calls.ALICE, UPLOADS));
        DataKey other = keys.forSealing(Calls.ALICE, JOBS);
        assertNotEquals(key.id(), other.id());
        assertNotEquals(key.id(), keys.forSealing(Calls.BOB, UPLOADS).id());
        assertArrayEquals(
                key.secret(), again().find(Calls.ALICE, UPLOADS).orElseThrow().secret());
        assertArrayEquals(
                other.secret(), again().find(Calls.ALICE, JOBS).orElseThrow().secret());
        assertEquals(Optional.empty(), keys.find(Calls.BOB, JOBS));
    }

    @Test
    public void keepsKeysWrappedWhereOnlyTheOwnerReadsThem() throws Exception {
        DataKey key = keys.forSealing(Calls.ALICE, UPLOADS);
        byte[] file = Files.readAllBytes(files().get(0));
        assertFalse(SealedBlobsTest.contains(file, key.secret()));
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(files().get(0)));
        assertEquals(PosixFilePermissions.fromString("rwx------"), Files.getPosixFilePermissions(folder));
        KeyStore stranger =
                new KeyStore(folder, () -> KeyFile.at(data.getRoot().toPath().resolve("other.key")));
        assertEquals(
                "key_unreadable",
                assertThrows(PlatformException.class, () -> stranger.find(Calls.ALICE, UPLOADS))
                        .code());
        assertEquals(
                "key_unreadable",
                assertThrows(PlatformException.class, () -> stranger.forSealing(Calls.ALICE, UPLOADS))
                        .code());
    }

    @Test
    public void opensNoKeyInThePlaceOfAnother() throws Exception {
        keys.forSealing(Calls.ALICE, UPLOADS);
        Path file = files().get(0);
        Files.writeString(file, Files.readString(file).replace(UPLOADS, JOBS));
        assertEquals(
                "key_unreadable",
                assertThrows(PlatformException.class, () -> again().find(Calls.ALICE, JOBS))
                        .code());
    }

    @Test
    public void destroysAKeyInTheFileAndInMemory() throws Exception {
        keys.forSealing(Calls.ALICE, UPLOADS);
        DataKey kept = keys.forSealing(Calls.ALICE, JOBS);
        Path file = files().get(0);
        String wrapped = KeyRing.read(file).lines().get(UPLOADS).wrapped();
        Path sameBytes = Files.createLink(data.getRoot().toPath().resolve("link"), file);
        assertEquals(1, keys.destroy(Calls.ALICE, Set.of(UPLOADS)));
        assertFalse("overwritten where it lay", Files.readString(sameBytes).contains(wrapped));
        assertFalse(Files.readString(file).contains(wrapped));
        assertEquals(Optional.empty(), keys.find(Calls.ALICE, UPLOADS));
        assertEquals(Optional.empty(), again().find(Calls.ALICE, UPLOADS));
        assertSame(kept, keys.find(Calls.ALICE, JOBS).orElseThrow());
        assertEquals(0, keys.destroy(Calls.ALICE, Set.of(UPLOADS)));
        assertEquals(1, keys.destroy(Calls.ALICE, Set.of(UPLOADS, JOBS)));
        assertEquals(List.of(), files());
    }

    @Test
    public void takesAHalfDestroyedKeyForDestroyed() throws Exception {
        keys.forSealing(Calls.ALICE, UPLOADS);
        DataKey kept = keys.forSealing(Calls.ALICE, JOBS);
        Path file = files().get(0);
        String wrapped = KeyRing.read(file).lines().get(UPLOADS).wrapped();
        Files.writeString(file, Files.readString(file).replace(wrapped, " ".repeat(wrapped.length())));
        assertEquals(Optional.empty(), again().find(Calls.ALICE, UPLOADS));
        assertEquals(kept.id(), again().find(Calls.ALICE, JOBS).orElseThrow().id());
    }

    @Test
    public void makesOneKeyForManyAtOnce() {
        List<String> ids = IntStream.range(0, 64)
                .parallel()
                .mapToObj(i -> keys.forSealing(Calls.ALICE, UPLOADS).id())
                .distinct()
                .toList();
        assertEquals(1, ids.size());
        assertEquals(
                ids.get(0), again().find(Calls.ALICE, UPLOADS).orElseThrow().id());
    }

    @Test
    public void shredsWhatADeclarationNamesAndLeavesWhatIsRetained() {
        for (String name : List.of("uploads", "results", "jobs", "thumbnails", "other")) {
            keys.forSealing(Calls.ALICE, "library/" + name);
        }
        keys.forSealing(Calls.BOB, UPLOADS);
        PrivacyDeclaration declaration = new PrivacyDeclaration(
                "org.image2ai.library",
                List.of(holding("uploads", "uploads"), holding("results", "jobs")),
                List.of(),
                List.of(),
                "");
        Shredder shredder = new Shredder(keys);
        assertEquals(2, shredder.shred(Calls.ALICE, declaration, Set.of("uploads")));
        assertTrue(has("uploads") && has("thumbnails") && has("other"));
        assertFalse(has("results") || has("jobs"));
        assertEquals(2, shredder.shred(Calls.ALICE, declaration, Set.of()));
        assertFalse(has("uploads") || has("thumbnails"));
        assertEquals(0, shredder.shred(Calls.ALICE, declaration, Set.of()));
        assertTrue(keys.find(Calls.BOB, UPLOADS).isPresent());
    }

    private boolean has(String name) {
        return again().find(Calls.ALICE, "library/" + name).isPresent();
    }

    private static Holding holding(String name, String blobs) {
        return new Holding(
                name,
                "dpv-pd:Picture",
                List.of(Purpose.SERVICE),
                "dpv:Contract",
                List.of("lib_asset", "library/{account}/" + blobs, "library/{account}/thumbnails"),
                "owner_id",
                Retention.ACCOUNT,
                Action.ERASE);
    }

    @Test
    public void keepsAVaultForEachBundle() {
        BundleVault vault = new BundleVault(keys, "org.image2ai.generation");
        String sealed = vault.seal(Calls.ALICE, "jobs", "a canary");
        assertFalse(sealed.contains("canary"));
        assertNotEquals(sealed, vault.seal(Calls.ALICE, "jobs", "a canary"));
        assertEquals("a canary", vault.open(Calls.ALICE, "jobs", sealed));
        assertEquals("a canary", new BundleVault(again(), "org.image2ai.generation").open(Calls.ALICE, "jobs", sealed));
        assertEquals("{\"old\":1}", vault.open(Calls.ALICE, "jobs", "{\"old\":1}"));
        assertEquals("text_shredded", refused(vault, Calls.BOB, sealed));
        vault.seal(Calls.BOB, "jobs", "");
        assertEquals("text_shredded", refused(vault, Calls.BOB, sealed));
        assertEquals("text_shredded", refused(new BundleVault(keys, "org.image2ai.library"), Calls.ALICE, sealed));
        assertEquals("text_unreadable", refused(vault, Calls.ALICE, sealed.replace(sealed.substring(30, 34), "AAAA")));
    }

    private static String refused(BundleVault vault, AccountId subject, String sealed) {
        return assertThrows(PlatformException.class, () -> vault.open(subject, "jobs", sealed))
                .code();
    }

    @Test
    public void opensNoTextOnceItsKeyIsDestroyed() throws Exception {
        BundleVault vault = new BundleVault(keys, "org.image2ai.generation");
        String sealed = vault.seal(Calls.ALICE, "jobs", "a canary");
        String other = vault.seal(Calls.ALICE, "reviews", "a canary");
        assertTrue(vault.destroy(Calls.ALICE, "jobs"));
        assertFalse(vault.destroy(Calls.ALICE, "jobs"));
        assertEquals("text_shredded", refused(vault, Calls.ALICE, sealed));
        assertEquals(Optional.empty(), vault.find(Calls.ALICE, "jobs", sealed));
        vault.seal(Calls.ALICE, "jobs", "something new");
        assertEquals("text_shredded", refused(vault, Calls.ALICE, sealed));
        assertEquals("a canary", vault.open(Calls.ALICE, "reviews", other));
        assertEquals(Optional.of("a canary"), vault.find(Calls.ALICE, "reviews", other));
        assertFalse(SealedBlobsTest.contains(
                Files.readAllBytes(files().get(0)), "canary".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    public void takesTheMasterKeyThatARestorePutInItsPlace() throws Exception {
        byte[] other = new byte[32];
        other[0] = 1;
        AtomicReference<byte[]> master = new AtomicReference<>(new byte[32]);
        KeyStore living = new KeyStore(folder, master::get);
        living.forSealing(Calls.BOB, UPLOADS);
        DataKey restored = new KeyStore(folder, () -> other).forSealing(Calls.ALICE, UPLOADS);
        master.set(other);
        assertEquals(
                restored.id(), living.find(Calls.ALICE, UPLOADS).orElseThrow().id());
        DataKey made = living.forSealing(Calls.ALICE, JOBS);
        assertEquals(
                made.id(),
                new KeyStore(folder, () -> other)
                        .find(Calls.ALICE, JOBS)
                        .orElseThrow()
                        .id());
    }

    @Test
    public void makesNoNewMasterKeyBesideKeysThatAnotherOneWrapped() throws Exception {
        Path file = data.getRoot().toPath().resolve("keys/blobs.key");
        byte[] master = KeyStore.masterIn(file, folder);
        keys.forSealing(Calls.ALICE, UPLOADS);
        assertArrayEquals(master, KeyStore.masterIn(file, folder));
        Files.delete(file);
        assertThrows(IllegalStateException.class, () -> KeyStore.masterIn(file, folder));
        assertFalse(Files.exists(file));
    }
}
