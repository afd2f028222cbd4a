package org.image2ai.accounts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.ApiKeyId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.SessionId;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.NewAccount;
import org.image2ai.api.audit.AuditEntry;
import org.image2ai.api.audit.AuditTrail;
import org.image2ai.api.security.Identity;
import org.junit.After;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class AdministrationTest {
    private static final LocalDate GROWN = LocalDate.of(1990, 5, 17);

    private final TestAccounts accounts = new TestAccounts();
    private final List<AuditEntry> acts = new ArrayList<>();
    private final Account ada = accounts.ada();
    private final Account bob =
            accounts.service.create(new NewAccount("bob@example.org", "Bob", GROWN, Optional.empty(), Set.of()));
    private final Administration administration = administration();

    private Administration administration() {
        Acts trail = new Acts();
        trail.bind(new AuditTrail() {
            @Override
            public void record(AuditEntry entry) {
                acts.add(entry);
            }

            @Override
            public Page<AuditEntry> list(PageRequest page) {
                throw new AssertionError("nothing is read here");
            }
        });
        return new Administration(accounts.service, accounts.sessions, accounts.unit, trail);
    }

    @After
    public void close() {
        accounts.close();
    }

    private static String refused(ThrowingRunnable work) {
        return assertThrows(PlatformException.class, work).code();
    }

    @Test
    public void stopsAnAccountWithItsSessionsAndWritesItDown() {
        Account stopped = administration.setState(new Caller(ada.id(), true), bob.id(), Account.State.SUSPENDED);
        assertEquals(Account.State.SUSPENDED, stopped.state());
        assertEquals(List.of(bob.id().value()), accounts.sessions.ended);
        assertEquals(ada.id().value(), acts.get(0).actor());
        assertEquals("admin:account:state", acts.get(0).action());
        assertEquals(bob.id().value(), acts.get(0).target());
        assertEquals("ACTIVE", acts.get(0).details().get("before"));
    }

    @Test
    public void keepsALastAdminAndGivesNoRoleThatThereIsNot() {
        Identity admin = new Caller(ada.id(), true);
        assertEquals("last_admin", refused(() -> administration.setRoles(admin, ada.id(), Set.of("user"))));
        assertEquals("last_admin", refused(() -> administration.setState(admin, ada.id(), Account.State.SUSPENDED)));
        assertEquals("unknown_role", refused(() -> administration.setRoles(admin, bob.id(), Set.of("king"))));
        assertEquals("invalid_roles", refused(() -> administration.setRoles(admin, bob.id(), Set.of())));
        assertEquals(ada, accounts.service.find(ada.id()).orElseThrow());
        assertTrue(acts.isEmpty());
    }

    @Test
    public void letsNobodyStopThoseWhoCouldStopThem() {
        Identity moderator = new Caller(bob.id(), false);
        assertEquals("forbidden", refused(() -> administration.setState(moderator, ada.id(), Account.State.SUSPENDED)));
    }

    @Test
    public void removesAccountsThatWereNeverVerified() {
        accounts.registration.register(
                new Registration.Request(
                        "eve@example.org",
                        "correct horse".toCharArray(),
                        "E",
                        GROWN,
                        Optional.empty(),
                        Optional.empty()),
                "192.0.2.7");
        ProviderSignIn signIn = new ProviderSignIn(
                accounts.config,
                new Providers(),
                accounts.identities,
                accounts.service,
                accounts.registration,
                accounts.sessions,
                accounts.unit,
                accounts.unit);
        AccountSweeper sweeper =
                new AccountSweeper(accounts.config, accounts.service, accounts.registration, signIn, accounts.unit);
        sweeper.stop();
        assertEquals(0, sweeper.sweep(accounts.clock.instant()));
        assertEquals(
                "its link and itself", 2, sweeper.sweep(accounts.clock.instant().plus(Duration.ofDays(8))));
        assertTrue(accounts.service.findByEmail("eve@example.org").isEmpty());
        assertTrue(accounts.service.findByEmail("bob@example.org").isPresent());
    }

    /** Somebody who acts. */
    private record Caller(AccountId account, boolean everything) implements Identity {
        @Override
        public Optional<ApiKeyId> apiKey() {
            return Optional.empty();
        }

        @Override
        public Optional<SessionId> session() {
            return Optional.empty();
        }

        @Override
        public boolean permits(String permission) {
            return everything;
        }

        @Override
        public void require(String permission) {
            if (!everything) {
                throw PlatformException.denied("forbidden", "no");
            }
        }
    }
}
