package org.image2ai.passkeys;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.Duration;
import java.util.Optional;
import org.image2ai.api.ApiKeyId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.image2ai.api.security.Identity;
import org.image2ai.tck.passkey.SoftAuthenticator;
import org.junit.After;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class PresenceTest {
    private static final Optional<String> NONE = Optional.empty();
    private static final Optional<String> GOOD = Optional.of(TestPasskeys.PASSWORD);

    private final TestPasskeys passkeys = new TestPasskeys();
    private final Account ada = passkeys.people.ada;

    @After
    public void close() {
        passkeys.close();
    }

    private static String refused(ThrowingRunnable work) {
        return assertThrows(PlatformException.class, work).code();
    }

    private void add(Identity caller, Optional<String> password) {
        SoftAuthenticator device = new SoftAuthenticator(TestPasskeys.ORIGIN);
        Answer answer = TestPasskeys.created(device, passkeys.resource.options(caller));
        passkeys.resource.added(new PasskeysResource.NewPasskeyBody("Phone", answer.json(), password), caller);
    }

    @Test
    public void takesASessionThatIsNewAndAsksAnOlderOneForThePassword() {
        Identity caller = passkeys.caller(ada, false);
        add(caller, NONE);
        passkeys.clock.pass(Duration.ofMinutes(passkeys.config.freshMinutes()));
        assertEquals("sign_in_again", refused(() -> add(caller, NONE)));
        assertEquals("wrong_password", refused(() -> add(caller, Optional.of("guess"))));
        add(caller, GOOD);
        assertEquals(2, passkeys.resource.list(caller).items().size());
    }

    @Test
    public void slowsDownWhoGuessesThePassword() {
        Identity caller = new TestPasskeys.Caller(ada.id(), Optional.empty(), Optional.empty());
        for (int i = 0; i < 5; i++) {
            assertEquals("wrong_password", refused(() -> add(caller, Optional.of("guess"))));
        }
        assertEquals("rate_limited", refused(() -> add(caller, GOOD)));
    }

    @Test
    public void takesNoKeyWhateverItSends() {
        Identity key = new TestPasskeys.Caller(ada.id(), Optional.empty(), Optional.of(new ApiKeyId("key_1")));
        assertEquals("key_not_allowed", refused(() -> add(key, GOOD)));
        assertEquals("key_not_allowed", refused(() -> passkeys.presence.requireFresh(key, GOOD)));
        assertEquals("key_not_allowed", refused(() -> passkeys.resource.remove("psk_1", key)));
    }

    @Test
    public void asksForTheSecondFactorOfWhoHasOne() {
        passkeys.twoFactor.add(ada.id());
        Identity without = passkeys.caller(ada, false);
        assertEquals("second_factor_required", refused(() -> add(without, GOOD)));
        assertEquals("second_factor_required", refused(() -> passkeys.presence.requireFresh(without, GOOD)));
        assertEquals("second_factor_required", refused(() -> passkeys.resource.remove("psk_1", without)));
        add(passkeys.caller(ada, true), NONE);
    }
}
