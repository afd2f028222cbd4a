package org.image2ai.accounts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.NewAccount;
import org.image2ai.api.identity.IdentityProvider;
import org.image2ai.api.identity.SignInAttempt;
import org.image2ai.api.identity.VerifiedIdentity;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class ProviderSignInTest {
    private static final LocalDate GROWN = LocalDate.of(1990, 5, 17);

    private final TestAccounts accounts = new TestAccounts();
    private final Providers providers = new Providers();
    private final ProviderSignIn signIn = new ProviderSignIn(
            accounts.config,
            providers,
            accounts.links,
            accounts.identities,
            accounts.service,
            accounts.registration,
            accounts.sessions,
            accounts.unit,
            accounts.unit);
    private VerifiedIdentity identity = known("ada@example.org", true);

    @Before
    public void register() {
        providers.bind(new Fake(), Map.of("image2ai.identity.id", "fake", "image2ai.identity.label", "Fake"));
    }

    @After
    public void close() {
        accounts.close();
    }

    private static VerifiedIdentity known(String email, boolean verified) {
        return new VerifiedIdentity("https://id.example", "42", Optional.of(email), verified, Optional.of("Ada"));
    }

    private SignInResult complete() {
        return signIn.complete("fake", signIn.begin("fake").cookie(), Map.of("state", "s"), TestAccounts.CLIENT);
    }

    private static String refused(ThrowingRunnable work) {
        return assertThrows(PlatformException.class, work).code();
    }

    @Test
    public void makesAnAccountOnlyWithABirthDateAndFromATicketThatIsGoodOnce() {
        String ticket = ((SignInResult.Newcomer) complete()).ticket();
        assertTrue(accounts.service.findByEmail("ada@example.org").isEmpty());
        SignInResult.In in = (SignInResult.In) signIn.register(ticket, GROWN, Optional.empty(), TestAccounts.CLIENT);
        assertEquals(Account.State.ACTIVE, in.account().state());
        assertEquals("Ada", in.account().name());
        assertEquals(
                "invalid_token", refused(() -> signIn.register(ticket, GROWN, Optional.empty(), TestAccounts.CLIENT)));
        assertEquals(in.account(), ((SignInResult.In) complete()).account());
        assertEquals(
                List.of("fake"),
                accounts.identities.list(in.account().id()).stream()
                        .map(LinkedIdentity::provider)
                        .toList());
    }

    @Test
    public void givesAnAddressThatOnlySomebodyElseClaimedToWhomTheProviderVerified() {
        accounts.registration.register(
                new Registration.Request(
                        "ada@example.org",
                        "of an attacker".toCharArray(),
                        "X",
                        GROWN,
                        Optional.empty(),
                        Optional.empty()),
                "192.0.2.7");
        String attackers = accounts.token();
        String ticket = ((SignInResult.Newcomer) complete()).ticket();
        SignInResult.In in = (SignInResult.In) signIn.register(ticket, GROWN, Optional.empty(), TestAccounts.CLIENT);
        assertEquals("Ada", in.account().name());
        assertEquals("invalid_token", refused(() -> accounts.registration.verify(attackers)));
        assertTrue(accounts.service
                .authenticate("ada@example.org", "of an attacker".toCharArray())
                .isEmpty());
    }

    @Test
    public void asksNewcomersForTheirAgeToo() {
        String ticket = ((SignInResult.Newcomer) complete()).ticket();
        LocalDate young = LocalDate.now().minusYears(9);
        assertEquals("under_age", refused(() -> signIn.register(ticket, young, Optional.empty(), TestAccounts.CLIENT)));
        assertEquals("under_age", refused(() -> signIn.register(ticket, GROWN, Optional.empty(), TestAccounts.CLIENT)));
    }

    @Test
    public void linksAnAccountOnlyWhenBothSidesHaveVerifiedTheAddress() {
        Account ada = accounts.ada();
        assertEquals("sign_in_refused", refused(this::complete));
        accounts.service.change(ada.id(), entity -> entity.setVerified(Instant.now()));
        identity = known("ada@example.org", false);
        assertEquals("sign_in_refused", refused(this::complete));
        identity = known("ada@example.org", true);
        assertEquals(ada.id(), ((SignInResult.In) complete()).account().id());
    }

    @Test
    public void takesAnAttemptOnceInItsOwnBrowserWithItsOwnState() {
        String cookie = signIn.begin("fake").cookie();
        assertEquals(
                "sign_in_refused",
                refused(() -> signIn.complete("fake", "another", Map.of("state", "s"), TestAccounts.CLIENT)));
        assertEquals(
                "sign_in_refused",
                refused(() -> signIn.complete("fake", cookie, Map.of("state", "forged"), TestAccounts.CLIENT)));
        assertEquals(
                "sign_in_refused",
                refused(() -> signIn.complete("fake", cookie, Map.of("state", "s"), TestAccounts.CLIENT)));
    }

    @Test
    public void keepsTheLastWayInAndHidesIdentitiesOfOthers() {
        SignInResult.In in = (SignInResult.In) signIn.register(
                ((SignInResult.Newcomer) complete()).ticket(), GROWN, Optional.empty(), TestAccounts.CLIENT);
        String id = accounts.identities.list(in.account().id()).get(0).id();
        Account ada =
                accounts.service.create(new NewAccount("eve@example.org", "Eve", GROWN, Optional.empty(), Set.of()));
        assertEquals("identity_not_found", refused(() -> accounts.identities.unlink(ada.id(), id)));
        assertEquals(
                "last_sign_in",
                refused(() -> accounts.identities.unlink(in.account().id(), id)));
        accounts.service.setPassword(in.account().id(), "correct horse".toCharArray());
        accounts.identities.unlink(in.account().id(), id);
    }

    private final class Fake implements IdentityProvider {
        @Override
        public SignInAttempt begin(URI redirect) {
            return new SignInAttempt(URI.create("https://id.example/authorize"), "s", "verifier");
        }

        @Override
        public VerifiedIdentity complete(SignInAttempt attempt, URI redirect, Map<String, String> parameters) {
            assertEquals("verifier", attempt.secret());
            return identity;
        }
    }
}
