package org.image2ai.accounts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.junit.After;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class RegistrationTest {
    private static final LocalDate GROWN = LocalDate.of(1990, 5, 17);
    private static final String NETWORK = "192.0.2.7";

    private final TestAccounts accounts = new TestAccounts();

    @After
    public void close() {
        accounts.close();
    }

    private void register(String email, String password, LocalDate birthDate) {
        accounts.registration.register(
                new Registration.Request(
                        email, password.toCharArray(), "Bob", birthDate, Optional.empty(), Optional.of("de-AT")),
                NETWORK);
    }

    private static String refused(ThrowingRunnable work) {
        return assertThrows(PlatformException.class, work).code();
    }

    private Account.State state(String email) {
        return accounts.service.findByEmail(email).orElseThrow().state();
    }

    private long rows(String table) throws Exception {
        try (Connection c = accounts.unit.connection();
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("select count(*) from " + table)) {
            r.next();
            return r.getLong(1);
        }
    }

    @Test
    public void makesAnAccountThatMayDoNothingUntilItsAddressIsVerified() {
        register("bob@example.org", "correct horse", GROWN);
        assertEquals(Account.State.UNVERIFIED, state("bob@example.org"));
        assertEquals("verify-email", accounts.mails.get(0).template());
        assertEquals("de-AT", accounts.mails.get(0).language());
        accounts.registration.verify(accounts.token());
        assertEquals(Account.State.ACTIVE, state("bob@example.org"));
        assertTrue(accounts.service
                .profileByEmail("bob@example.org")
                .orElseThrow()
                .verified()
                .isPresent());
    }

    @Test
    public void takesALinkOnceOnlyTheNewestAndNotForEver() {
        register("bob@example.org", "correct horse", GROWN);
        String first = accounts.token();
        accounts.registration.resend("bob@example.org", NETWORK);
        String second = accounts.token();
        assertEquals("invalid_token", refused(() -> accounts.registration.verify(first)));
        accounts.registration.verify(second);
        assertEquals("invalid_token", refused(() -> accounts.registration.verify(second)));
        register("eve@example.org", "correct horse", GROWN);
        accounts.clock.pass(Duration.ofHours(49));
        assertEquals("invalid_token", refused(() -> accounts.registration.verify(accounts.token())));
        assertEquals("invalid_token", refused(() -> accounts.registration.verify("x")));
    }

    @Test
    public void doesTheSameWorkForAnAddressThatIsKnownAndTellsOnlyItsOwner() {
        Account ada = accounts.ada();
        int before = accounts.hasher.hashed;
        register("ADA@example.org", "correct horse", GROWN);
        assertEquals("hashed as for a new one", before + 1, accounts.hasher.hashed);
        assertEquals("account-exists", accounts.mails.get(0).template());
        assertEquals(ada, accounts.service.findByEmail("ada@example.org").orElseThrow());
        assertTrue(accounts.service
                .authenticate("ada@example.org", "correct horse".toCharArray())
                .isEmpty());
    }

    @Test
    public void letsTheLastRegistrationOfAnUnverifiedAddressCount() {
        register("bob@example.org", "of an attacker", GROWN);
        String attackers = accounts.token();
        register("bob@example.org", "of Bob himself", GROWN);
        assertEquals("invalid_token", refused(() -> accounts.registration.verify(attackers)));
        accounts.registration.verify(accounts.token());
        assertTrue(accounts.service
                .authenticate("bob@example.org", "of an attacker".toCharArray())
                .isEmpty());
        assertTrue(accounts.service
                .authenticate("bob@example.org", "of Bob himself".toCharArray())
                .isPresent());
    }

    @Test
    public void keepsOfAChildOneKeyedHashAndRefusesASecondTryForADay() throws Exception {
        LocalDate young = LocalDate.now().minusYears(9);
        assertEquals("under_age", refused(() -> register("kid@example.org", "correct horse", young)));
        assertEquals("under_age", refused(() -> register("Kid@example.org", "correct horse", GROWN)));
        assertEquals(0, rows("acc_account"));
        assertEquals(0, rows("acc_token"));
        assertEquals(1, rows("acc_age_refusal"));
        assertTrue(accounts.mails.isEmpty());
        register("other@example.org", "correct horse", GROWN);
        accounts.clock.pass(Duration.ofHours(25));
        assertEquals(1, accounts.registration.ages().sweep());
        register("kid@example.org", "correct horse", GROWN);
    }

    @Test
    public void refusesPasswordsThatAreGuessedFirst() {
        for (String weak : Set.of("short", "password123", "bob@example.org", "aaaaaaaaaaaaa", "x".repeat(1025))) {
            assertEquals(weak, "weak_password", refused(() -> register("bob@example.org", weak, GROWN)));
        }
    }

    @Test
    public void limitsMailsToAnAddressAndFromANetwork() {
        for (int i = 0; i < 5; i++) {
            accounts.registration.resend("nobody@example.org", NETWORK);
        }
        assertEquals("rate_limited", refused(() -> accounts.registration.resend("Nobody@example.org", "203.0.113.1")));
        for (int i = 0; i < 25; i++) {
            accounts.registration.resend("n" + i + "@example.org", NETWORK);
        }
        assertEquals("rate_limited", refused(() -> accounts.registration.resend("m@example.org", "192.0.2.200")));
        assertTrue("nobody got one", accounts.mails.isEmpty());
    }

    @Test
    public void refusesRegistrationWhileNoMailCanBeSent() {
        Post silent = new Post(accounts.config, new Letters(), accounts.links, accounts.clock, Runnable::run);
        Registration closed = new Registration(
                accounts.config,
                accounts.service,
                new Registration.Database(accounts.unit, accounts.unit),
                accounts.hasher,
                silent,
                new byte[32]);
        assertEquals("mail_unavailable", refused(() -> closed.resend("bob@example.org", NETWORK)));
    }

    @Test
    public void refusesAnotherPolicyThanThePresentOne() {
        Registration.Request old = new Registration.Request(
                "bob@example.org",
                "correct horse".toCharArray(),
                "Bob",
                GROWN,
                Optional.of("2020-01"),
                Optional.empty());
        assertEquals("policy_changed", refused(() -> accounts.registration.register(old, NETWORK)));
        assertFalse(accounts.service.findByEmail("bob@example.org").isPresent());
    }
}
