package org.image2ai.security;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.junit.After;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class TotpTest {
    private static final byte[] RFC = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private final TestSecurity security = new TestSecurity();
    private final AccountId ada = security.people.ada.id();

    @After
    public void close() {
        security.close();
    }

    private static String refused(ThrowingRunnable work) {
        return assertThrows(PlatformException.class, work).code();
    }

    @Test
    public void makesTheCodesOfTheStandard() {
        assertEquals("287082", Totp.code(RFC, Totp.step(Instant.ofEpochSecond(59))));
        assertEquals("081804", Totp.code(RFC, Totp.step(Instant.ofEpochSecond(1111111109))));
        assertEquals("005924", Totp.code(RFC, Totp.step(Instant.ofEpochSecond(1234567890))));
        assertEquals("353130", Totp.code(RFC, Totp.step(Instant.ofEpochSecond(20000000000L))));
        assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.base32(RFC));
    }

    @Test
    public void takesTheStepBeforeAndTheOneAfterAndNoOther() {
        Instant now = Instant.ofEpochSecond(1111111109);
        for (int step = -2; step <= 2; step++) {
            String code = Totp.code(RFC, Totp.step(now) + step);
            assertEquals(Math.abs(step) <= 1, Totp.step(RFC, code, now).isPresent());
        }
    }

    private String code(String secret) {
        return Totp.code(decode(secret), Totp.step(security.clock.instant()));
    }

    private static byte[] decode(String base32) {
        byte[] bytes = new byte[base32.length() * 5 / 8];
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            int digit = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(base32.charAt(bit / 5));
            bytes[bit / 8] |= (byte) ((digit >>> 4 - bit % 5 & 1) << 7 - bit % 8);
        }
        return bytes;
    }

    @Test
    public void asksForACodeOnceItWasShownAndTakesEachOnce() {
        String secret = security.totp.begin(ada);
        assertFalse("begun is not enough", security.totp.enabled(ada));
        String first = code(secret);
        assertEquals(10, security.totp.confirm(ada, first).size());
        assertEquals("code_required", refused(() -> security.signIn("ada@example.org", TestSecurity.PASSWORD, null)));
        assertEquals(
                "used before",
                "unauthenticated",
                refused(() -> security.signIn("ada@example.org", TestSecurity.PASSWORD, first)));
        security.clock.pass(Duration.ofSeconds(30));
        String next = code(secret);
        assertEquals("unauthenticated", refused(() -> security.signIn("ada@example.org", "wrong", next)));
        assertTrue(
                security.signIn("ada@example.org", TestSecurity.PASSWORD, next).secondFactor());
    }

    @Test
    public void takesARecoveryCodeOnceAndOnlyOfItsAccount() {
        List<String> codes = security.totp.confirm(ada, code(security.totp.begin(ada)));
        String lost = codes.get(3).toLowerCase(Locale.ROOT);
        assertFalse(security.totp.accept(security.people.bob.id(), lost));
        assertTrue(security.totp.accept(ada, lost));
        assertFalse(security.totp.accept(ada, lost));
        security.totp.remove(ada, codes.get(4));
        assertFalse(security.totp.enabled(ada));
        assertFalse(security.totp.accept(ada, codes.get(5)));
    }

    @Test
    public void slowsDownWhoGuessesCodesAndReplacesNoneThatIsGood() {
        security.totp.confirm(ada, code(security.totp.begin(ada)));
        assertEquals("two_factor_enabled", refused(() -> security.totp.begin(ada)));
        for (int i = 0; i < 5; i++) {
            assertEquals("invalid_code", refused(() -> security.totp.remove(ada, "x")));
        }
        assertEquals("rate_limited", refused(() -> security.totp.remove(ada, "x")));
    }

    @Test
    public void makesSessionsOfBeforeWaitForTheNewFactor() {
        String old = TestSecurity.secret(security.open(security.people.ada));
        security.totp.confirm(ada, code(security.totp.begin(ada)));
        assertFalse(security.byCookie(old, "GET", null).orElseThrow().permits("job:create"));
    }
}
