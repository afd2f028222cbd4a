package org.image2ai.accounts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.OwnerOnlyFile;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class AccountsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void letsPeopleInOnTheirThirteenthBirthdayAndNotADayBefore() {
        AgeGate.check(LocalDate.of(2013, 3, 1), TODAY);
        assertEquals("under_age", refused(LocalDate.of(2013, 3, 2)));
        assertEquals("under_age", refused(TODAY));
    }

    @Test
    public void letsThoseOfTheTwentyNinthOfFebruaryInOnTheFirstOfMarch() {
        AgeGate.check(LocalDate.of(2008, 2, 29), LocalDate.of(2021, 3, 1));
        assertThrows(
                PlatformException.class, () -> AgeGate.check(LocalDate.of(2008, 2, 29), LocalDate.of(2021, 2, 28)));
    }

    @Test
    public void refusesBirthDatesOfNobodyAlive() {
        assertEquals("invalid_birth_date", refused(TODAY.plusDays(1)));
        assertEquals("invalid_birth_date", refused(LocalDate.of(1800, 1, 1)));
    }

    @Test
    public void takesTwoAddressesForOneWhateverTheirCase() {
        assertEquals(Emails.normal("Ada@Example.ORG"), Emails.normal(" ada@example.org "));
    }

    @Test
    public void refusesWhatIsNoAddress() {
        for (String bad : List.of("", "ada", "@x", "a@", "a b@c.d", "a@b@c", "a\u0000@b.c", "x".repeat(65) + "@b.c")) {
            PlatformException e = assertThrows(bad, PlatformException.class, () -> Emails.checked(bad));
            assertEquals("invalid_email", e.code());
        }
    }

    @Test
    public void writesAFileThatOnlyItsOwnerMayReadAlsoOverAnOpenOne() throws IOException {
        Path file = folder.getRoot().toPath().resolve("users.properties");
        Files.writeString(file, "old");
        OwnerOnlyFile.write(file, "new");
        assertEquals("new", Files.readString(file));
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
    }

    private static String refused(LocalDate birthDate) {
        return assertThrows(PlatformException.class, () -> AgeGate.check(birthDate, TODAY))
                .code();
    }
}
