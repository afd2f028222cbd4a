package org.image2ai.accounts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.ApiKeyId;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.SessionId;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.NewAccount;
import org.image2ai.api.audit.AuditEntry;
import org.image2ai.api.security.ApiKey;
import org.image2ai.api.security.ApiKeys;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.IssuedApiKey;
import org.image2ai.api.security.NewApiKey;
import org.image2ai.tck.RecordingAuditTrail;
import org.junit.After;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class AdministrationTest {
    private static final LocalDate GROWN = LocalDate.of(1990, 5, 17);

    private final TestAccounts accounts = new TestAccounts();
    private final RecordingAuditTrail trail = new RecordingAuditTrail();
    private final Account ada = accounts.ada();
    private final Account bob =
            accounts.service.create(new NewAccount("bob@example.org", "Bob", GROWN, Optional.empty(), Set.of()));
    private final Administration administration =
            new Administration(accounts.service, new OneKey(), accounts.sessions, trail, accounts.unit);

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
        AuditEntry act =
                trail.list(new PageRequest(Optional.empty(), 10)).items().get(0);
        assertEquals(ada.id().value(), act.actor());
        assertEquals("admin:account:state", act.action());
        assertEquals(bob.id().value(), act.target());
        assertEquals("ACTIVE", act.details().get("before"));
    }

    @Test
    public void keepsALastAdminAndGivesNoRoleThatThereIsNot() {
        String admin = ada.id().value();
        assertEquals("last_admin", refused(() -> administration.setRoles(admin, ada.id(), Set.of("user"))));
        assertEquals(
                "last_admin",
                refused(() -> administration.setState(new Caller(ada.id(), true), ada.id(), Account.State.SUSPENDED)));
        assertEquals("unknown_role", refused(() -> administration.setRoles(admin, bob.id(), Set.of("king"))));
        assertEquals("invalid_roles", refused(() -> administration.setRoles(admin, bob.id(), Set.of())));
        assertEquals(ada, accounts.service.find(ada.id()).orElseThrow());
        assertTrue(trail.actions().isEmpty());
    }

    @Test
    public void writesDownWhatIsMadeAndTakesItBackWhenThatFails() {
        NewAccount eve = new NewAccount("eve@example.org", "Eve", GROWN, Optional.empty(), Set.of());
        Account made = administration.create("shell:karaf", eve, Optional.of("a long enough password"));
        administration.createKey(
                "shell:karaf", new NewApiKey(made.id(), "k", Set.of(), Optional.empty(), Optional.empty(), Set.of()));
        administration.revokeKey("shell:karaf", made.id(), new ApiKeyId("key_1"));
        administration.setPassword("shell:karaf", made.id(), "another long password".toCharArray());
        assertEquals(
                List.of(
                        "admin:account:create",
                        "admin:api-key:create",
                        "admin:api-key:delete",
                        "admin:account:password"),
                trail.actions());
        assertEquals(List.of(made.id().value()), accounts.sessions.ended);
        trail.fail();
        NewAccount mallory = new NewAccount("mallory@example.org", "M", GROWN, Optional.empty(), Set.of());
        assertEquals("audit_failed", refused(() -> administration.create("x", mallory, Optional.empty())));
        assertTrue(accounts.service.findByEmail("mallory@example.org").isEmpty());
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
                accounts.links,
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

    /** Makes one key, and lets it be ended. */
    private static final class OneKey implements ApiKeys {
        @Override
        public IssuedApiKey create(NewApiKey key) {
            ApiKey made = new ApiKey(
                    new ApiKeyId("key_1"),
                    key.account(),
                    key.name(),
                    "i2a_",
                    key.scopes(),
                    Instant.now(),
                    Optional.empty(),
                    Optional.empty(),
                    ApiKey.Limits.NONE,
                    Optional.empty());
            return new IssuedApiKey("i2a_secret", made);
        }

        @Override
        public List<ApiKey> list(AccountId account) {
            return List.of();
        }

        @Override
        public void revoke(AccountId account, ApiKeyId key) {
            // It is ended.
        }
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
