package org.image2ai.notify;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.image2ai.api.PlatformException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class VaultTest {
    @Rule
    public final TemporaryFolder data = new TemporaryFolder();

    private Vault vault() {
        return new Vault(new Settings(TestConfig.files(), data.getRoot().toPath()));
    }

    @Test
    public void opensWhatItSealedAlsoAfterARestart() {
        String sealed = vault().seal("whsec_secret", "whk_1");
        assertFalse(sealed.contains("secret"));
        assertNotEquals(sealed, vault().seal("whsec_secret", "whk_1"));
        assertEquals("whsec_secret", vault().open(sealed, "whk_1"));
    }

    @Test
    public void opensNothingInAnotherRowOrUnderAnotherKey() throws IOException {
        Vault vault = vault();
        String sealed = vault.seal("whsec_secret", "whk_1");
        assertThrows(PlatformException.class, () -> vault.open(sealed, "whk_2"));
        Files.delete(data.getRoot().toPath().resolve("keys/notify.key"));
        Vault other = vault();
        assertEquals(
                "secret_unreadable",
                assertThrows(PlatformException.class, () -> other.open(sealed, "whk_1"))
                        .code());
    }

    @Test
    public void keepsItsKeyWhereOnlyTheOwnerCanReadIt() throws IOException {
        vault();
        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(data.getRoot().toPath().resolve("keys/notify.key")));
    }
}
