package org.image2ai.security;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.security.ClientInfo;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.OpenSession;
import org.image2ai.api.security.OpenedSession;
import org.image2ai.api.security.SignedIn;
import org.junit.After;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class SessionsTest {
    private final TestSecurity security = new TestSecurity();

    @After
    public void close() {
        security.close();
    }

    private static String refused(ThrowingRunnable work) {
        return assertThrows(PlatformException.class, work).code();
    }

    @Test
    public void knowsABrowserByItsCookieAndLetsItReadOnlyWithoutTheToken() {
        OpenedSession session = security.open(security.people.ada);
        String secret = TestSecurity.secret(session);
        Identity ada = security.byCookie(secret, "GET", null).orElseThrow();
        assertEquals(security.people.ada.id(), ada.account());
        assertEquals(Optional.of(session.id()), ada.session());
        assertTrue(ada.permits("job:create"));
        assertFalse(ada.permits("admin:account:read"));
        assertEquals("csrf_token_invalid", refused(() -> security.byCookie(secret, "POST", null)));
        assertEquals("csrf_token_invalid", refused(() -> security.byCookie(secret, "DELETE", "guess")));
        OpenedSession other = security.open(security.people.ada);
        assertEquals("csrf_token_invalid", refused(() -> security.byCookie(secret, "POST", other.csrfToken())));
        assertTrue(security.byCookie(secret, "POST", session.csrfToken()).isPresent());
    }

    @Test
    public void givesCookiesThatNoScriptAndNoForeignPageCanUse() {
        OpenedSession plain = security.open(security.people.ada);
        assertTrue(plain.cookies()
                .get(0)
                .matches("i2a_session=[\\w-]{43}; Path=/; Max-Age=2592000; SameSite=Lax; HttpOnly"));
        assertTrue(plain.cookies().get(1).matches("i2a_csrf=[\\w-]{43}; Path=/; Max-Age=2592000; SameSite=Lax"));
        OpenedSession tls = security.sessions.open(
                new SignedIn(security.people.ada.id(), "password", false), new ClientInfo("::1", "", true, Map.of()));
        assertTrue(tls.cookies().stream().allMatch(cookie -> cookie.contains("; Secure")));
    }

    @Test
    public void tellsWhenASessionWasOpenedAndToItsAccountOnly() {
        OpenedSession session = security.open(security.people.ada);
        Instant opened = security.clock.instant().truncatedTo(ChronoUnit.MICROS);
        security.clock.pass(Duration.ofMinutes(30));
        assertEquals(
                Optional.of(new OpenSession(session.id(), opened, false)),
                security.sessions.find(security.people.ada.id(), session.id()));
        assertEquals(Optional.empty(), security.sessions.find(security.people.bob.id(), session.id()));
        security.clock.pass(Duration.ofHours(24));
        assertEquals(Optional.empty(), security.sessions.find(security.people.ada.id(), session.id()));
    }

    @Test
    public void endsASessionThatIsIdleOrTooOld() {
        String secret = TestSecurity.secret(security.open(security.people.ada));
        for (int hour = 0; hour < 719; hour += 23) {
            assertTrue(security.byCookie(secret, "GET", null).isPresent());
            security.clock.pass(Duration.ofHours(23));
        }
        assertEquals("unauthenticated", refused(() -> security.byCookie(secret, "GET", null)));
        String idle = TestSecurity.secret(security.open(security.people.ada));
        security.clock.pass(Duration.ofHours(24));
        assertEquals("unauthenticated", refused(() -> security.byCookie(idle, "GET", null)));
        assertEquals(2, security.sessions.sweep());
    }

    @Test
    public void writesWhenASessionWasSeenAtMostOnceAMinute() {
        String secret = TestSecurity.secret(security.open(security.people.ada));
        Instant opened = security.sessions.list(security.people.ada.id()).get(0).lastSeen();
        security.clock.pass(Duration.ofSeconds(50));
        security.byCookie(secret, "GET", null);
        assertEquals(
                opened, security.sessions.list(security.people.ada.id()).get(0).lastSeen());
        security.clock.pass(Duration.ofSeconds(20));
        security.byCookie(secret, "GET", null);
        assertTrue(security.sessions
                .list(security.people.ada.id())
                .get(0)
                .lastSeen()
                .isAfter(opened));
    }

    @Test
    public void keepsOnlyTheNetworkAndEndsNobodyElsesSession() {
        OpenedSession mine = security.open(security.people.ada);
        OpenedSession second = security.open(security.people.ada);
        Session kept = security.sessions.list(security.people.ada.id()).get(0);
        assertEquals("192.0.2.0/24", kept.network());
        assertFalse(security.sessions.endOne(security.people.bob.id(), mine.id()));
        assertEquals(1, security.sessions.end(security.people.ada.id(), Optional.of(second.id())));
        assertEquals("unauthenticated", refused(() -> security.byCookie(TestSecurity.secret(mine), "GET", null)));
        assertTrue(security.byCookie(TestSecurity.secret(second), "GET", null).isPresent());
    }

    @Test
    public void refusesEverythingThatIsWrongInTheSameWords() {
        PlatformException nobody = assertThrows(
                PlatformException.class, () -> security.signIn("nobody@example.org", TestSecurity.PASSWORD, null));
        PlatformException wrong =
                assertThrows(PlatformException.class, () -> security.signIn("ada@example.org", "wrong", null));
        PlatformException unverified = assertThrows(
                PlatformException.class, () -> security.signIn("newcomer@example.org", TestSecurity.PASSWORD, null));
        assertEquals(nobody.getMessage(), wrong.getMessage());
        assertEquals(nobody.getMessage(), unverified.getMessage());
        assertEquals("unauthenticated", unverified.code());
    }

    @Test
    public void slowsGuessingDownForKnownAndUnknownAddressesAlike() {
        for (String email : new String[] {"ada@example.org", "nobody@example.org"}) {
            for (int i = 0; i < 5; i++) {
                assertEquals("unauthenticated", refused(() -> security.signIn(email, "wrong", null)));
            }
            PlatformException e =
                    assertThrows(PlatformException.class, () -> security.signIn(email, TestSecurity.PASSWORD, null));
            assertEquals("rate_limited", e.code());
            assertEquals(Duration.ofSeconds(1), e.retryAfter().orElseThrow());
        }
        security.clock.pass(Duration.ofSeconds(1));
        security.signIn("ada@example.org", TestSecurity.PASSWORD, null);
        assertEquals("unauthenticated", refused(() -> security.signIn("ada@example.org", "wrong", null)));
    }

    @Test
    public void slowsDownANetworkThatGuessesManyAddresses() {
        for (int i = 0; i < 20; i++) {
            String email = "n" + i + "@example.org";
            assertEquals("unauthenticated", refused(() -> security.signIn(email, "wrong", null)));
        }
        assertEquals("rate_limited", refused(() -> security.signIn("ada@example.org", TestSecurity.PASSWORD, null)));
    }

    @Test
    public void letsAnAdminsPasswordAloneDoNothingButSetUpASecondFactor() {
        OpenedSession session = security.open(security.people.root);
        String secret = TestSecurity.secret(session);
        Identity root = security.byCookie(secret, "GET", null).orElseThrow();
        assertTrue(root.permits("two-factor:create"));
        assertFalse(root.permits("admin:account:read"));
        assertFalse(root.permits("api-key:create"));
        assertEquals("second_factor_required", refused(() -> root.require("job:create")));
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString(("root@example.org:" + TestSecurity.PASSWORD).getBytes(StandardCharsets.UTF_8));
        assertEquals("unauthenticated", refused(() -> security.byHeader(basic, "192.0.2.1")));
        security.sessions.secondFactor(session.id());
        assertTrue(security.byCookie(secret, "GET", null).orElseThrow().permits("admin:account:read"));
    }

    @Test
    public void erasesSessionsWithTheirPerson() {
        SecurityPersonalData privacy = new SecurityPersonalData(security.keys, security.sessions, security.totp);
        security.open(security.people.ada);
        security.totp.begin(security.people.ada.id());
        for (String holding : new String[] {"sessions", "two-factor"}) {
            PageRequest all = PageRequest.first(10);
            privacy.locate(security.people.ada.id(), holding, all)
                    .items()
                    .forEach(item -> privacy.erase(security.people.ada.id(), item));
            assertTrue(privacy.locate(security.people.ada.id(), holding, all)
                    .items()
                    .isEmpty());
        }
        assertEquals(
                "unknown_holding",
                refused(() -> privacy.locate(security.people.ada.id(), "shoes", PageRequest.first(1))));
    }
}
