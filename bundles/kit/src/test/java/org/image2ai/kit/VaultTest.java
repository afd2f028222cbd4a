package org.image2ai.kit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.image2ai.api.PlatformException;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class VaultTest {
    @Rule
    public final TemporaryFolder data = new TemporaryFolder();

    private Path file() {
        return data.getRoot().toPath().resolve("keys/test.key");
    }

    private Vault vault() {
        return new Vault(KeyFile.at(file()));
    }

    @Test
    public void opensWhatItSealedAlsoAfterARestart() {
        String sealed = vault().seal("whsec_secret", "whk_1");
        assertFalse(sealed.contains("secret"));
        assertNotEquals(sealed, vault().seal("whsec_secret", "whk_1"));
        assertEquals("whsec_secret", vault().openText(sealed, "whk_1"));
    }

    @Test
    public void opensNothingInAnotherRowOrUnderAnotherKey() throws IOException {
        Vault vault = vault();
        String sealed = vault.seal("whsec_secret", "whk_1");
        assertThrows(PlatformException.class, () -> vault.open(sealed, "whk_2"));
        Files.delete(file());
        Vault other = vault();
        assertEquals("secret_unreadable", refused(other, sealed));
        assertEquals("secret_unreadable", refused(other, "1:"));
        assertEquals("secret_unreadable", refused(other, ""));
    }

    private static String refused(Vault vault, String sealed) {
        return assertThrows(PlatformException.class, () -> vault.open(sealed, "whk_1"))
                .code();
    }

    @Test
    public void keepsItsKeyWhereOnlyTheOwnerCanReadIt() throws IOException {
        vault();
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file()));
    }

    @Test
    public void takesNoDamagedFileForAKey() throws IOException {
        vault();
        Files.writeString(file(), "c2hvcnQ");
        assertThrows(IllegalStateException.class, this::vault);
        Files.writeString(file(), "not base64 at all!");
        assertThrows(IllegalStateException.class, this::vault);
    }
}
