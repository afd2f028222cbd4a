package org.image2ai.passkeys;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.BadSignatureException;
import com.webauthn4j.verifier.exception.BadTopOriginException;
import com.webauthn4j.verifier.exception.UserNotPresentException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.image2ai.api.security.ClientInfo;
import org.image2ai.api.security.SignedIn;
import org.image2ai.tck.passkey.SoftAuthenticator;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class PasskeySignInTest {
    private final TestPasskeys passkeys = new TestPasskeys();
    private final Account ada = passkeys.people.ada;
    private SoftAuthenticator device;

    @Before
    public void register() {
        device = passkeys.device(ada);
    }

    @After
    public void close() {
        passkeys.close();
    }

    private static String refused(ThrowingRunnable work) {
        return assertThrows(PlatformException.class, work).code();
    }

    private Throwable assertRefused(Answer answer) {
        PlatformException refusal =
                assertThrows(PlatformException.class, () -> passkeys.signIn.complete(answer, TestPasskeys.CLIENT));
        assertEquals("passkey_refused", refusal.code());
        assertEquals(List.of(), passkeys.sessions.opened);
        return refusal.getCause();
    }

    /** People are told one thing, the log of a developer why. */
    private void assertRefused(Class<?> why, Answer answer) {
        assertEquals(why, assertRefused(answer).getClass());
    }

    @Test
    public void opensASessionThatCountsAsTwoFactors() {
        assertEquals(ada, passkeys.in(device).account());
        assertEquals(List.of(new SignedIn(ada.id(), "passkey", true)), passkeys.sessions.opened);
        Passkey used = passkeys.store.list(ada.id()).get(0);
        assertEquals(passkeys.clock.instant(), used.lastUsed().orElseThrow());
        assertEquals(2, used.credential().counter());
        passkeys.in(device);
    }

    @Test
    public void asksForAnyPasskeyOfItsOwnerOnly() {
        RequestOptions options = passkeys.signIn.begin(TestPasskeys.CLIENT);
        assertEquals(TestPasskeys.PARTY, options.rpId());
        assertEquals("required", options.userVerification());
        assertEquals(300_000, options.timeout());
    }

    @Test
    public void takesAnAnswerOnce() {
        device.stopCounting();
        passkeys.store.list(ada.id()).forEach(passkey -> passkeys.store.remove(ada.id(), passkey.id()));
        passkeys.register(device, ada);
        Answer answer = passkeys.shown(device);
        passkeys.signIn.complete(answer, TestPasskeys.CLIENT);
        assertEquals("passkey_refused", refused(() -> passkeys.signIn.complete(answer, TestPasskeys.CLIENT)));
        assertEquals(1, passkeys.sessions.opened.size());
    }

    @Test
    public void takesNoAnswerToAChallengeThatIsOldOrOfAnotherKindOrNobodys() {
        Answer late = passkeys.shown(device);
        passkeys.clock.pass(Challenges.LIFE);
        assertRefused(late);
        String registration = passkeys.registration.begin(ada.id()).challenge();
        assertRefused(new Answer(device.get(registration, TestPasskeys.PARTY)));
        assertRefused(new Answer(device.get("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", TestPasskeys.PARTY)));
        assertEquals("the challenge of the late one", 1, passkeys.challenges.sweep());
    }

    @Test
    public void takesNoAnswerOfAnotherPageOrFrameOrHost() {
        device.moveTo("https://pictures.example.org.evil.example");
        assertRefused(BadOriginException.class, passkeys.shown(device));
        device.moveTo("http://pictures.example.org");
        assertRefused(BadOriginException.class, passkeys.shown(device));
        device.moveTo(TestPasskeys.ORIGIN);
        RequestOptions options = passkeys.signIn.begin(TestPasskeys.CLIENT);
        assertRefused(BadRpIdException.class, new Answer(device.get(options.challenge(), "example.org")));
        device.frame();
        assertRefused(BadTopOriginException.class, passkeys.shown(device));
    }

    @Test
    public void wantsAPersonWhoIsThereAndVerified() {
        device.say(SoftAuthenticator.PRESENT);
        assertRefused(UserNotVerifiedException.class, passkeys.shown(device));
        device.say(SoftAuthenticator.VERIFIED);
        assertRefused(UserNotPresentException.class, passkeys.shown(device));
    }

    @Test
    public void takesNoAnswerThatWasChanged() {
        assertRefused(BadSignatureException.class, changed(passkeys.shown(device), "signature", "MEUCIQ"));
        Answer one = passkeys.shown(device);
        Answer other = passkeys.shown(device);
        assertRefused(BadSignatureException.class, changed(one, "signature", text(other, "signature")));
        assertRefused(BadSignatureException.class, changed(other, "authenticatorData", text(one, "authenticatorData")));
        SoftAuthenticator bobs = passkeys.device(passkeys.people.bob);
        passkeys.clock.pass(Duration.ofHours(1));
        Answer mine = passkeys.shown(device);
        assertRefused(changed(mine, "userHandle", text(passkeys.shown(bobs), "userHandle")));
        Map<String, Object> response = new HashMap<>(response(passkeys.shown(device)));
        response.remove("userHandle");
        assertRefused(with(mine, response));
    }

    private static Map<String, Object> response(Answer answer) {
        Map<String, Object> response = new HashMap<>();
        ((Map<?, ?>) answer.json().get("response")).forEach((name, text) -> response.put((String) name, text));
        return response;
    }

    private static String text(Answer answer, String field) {
        return (String) response(answer).get(field);
    }

    private static Answer changed(Answer answer, String field, String text) {
        Map<String, Object> response = response(answer);
        response.put(field, text);
        return with(answer, response);
    }

    private static Answer with(Answer answer, Map<String, Object> response) {
        Map<String, Object> json = new HashMap<>(answer.json());
        json.put("response", response);
        return new Answer(json);
    }

    @Test
    public void refusesNonsenseAsAllElse() {
        for (String field : List.of("clientDataJSON", "authenticatorData", "signature", "userHandle")) {
            for (String nonsense : List.of("", "e30", "bnVsbA", "oA", "***")) {
                passkeys.clock.pass(Duration.ofHours(1));
                assertRefused(changed(passkeys.shown(device), field, nonsense));
            }
        }
    }

    @Test
    public void refusesAndWritesDownACounterThatWentBack() {
        device.count(40);
        passkeys.in(device);
        device.count(39);
        Answer answer = passkeys.shown(device);
        assertEquals("passkey_refused", refused(() -> passkeys.signIn.complete(answer, TestPasskeys.CLIENT)));
        device.count(40);
        assertEquals("a 41st time", "passkey_refused", refused(() -> passkeys.in(device)));
        assertEquals(List.of("session:create", "session:create"), passkeys.audit.actions());
        assertEquals(1, passkeys.sessions.opened.size());
    }

    @Test
    public void opensNothingOnceItIsRemoved() {
        Answer begun = passkeys.shown(device);
        String id = passkeys.store.list(ada.id()).get(0).id();
        passkeys.resource.remove(id, passkeys.caller(ada, false));
        passkeys.sessions.opened.clear();
        assertRefused(begun);
        assertRefused(passkeys.shown(device));
        assertEquals("passkey_not_found", refused(() -> passkeys.resource.remove(id, passkeys.caller(ada, false))));
    }

    @Test
    public void letsNobodyInWhoMayNotAct() {
        for (Account.State state : Account.State.values()) {
            passkeys.clock.pass(Duration.ofHours(1));
            passkeys.people.set("ada", state);
            if (state == Account.State.ACTIVE) {
                passkeys.in(device);
                passkeys.sessions.opened.clear();
            } else {
                assertRefused(passkeys.shown(device));
            }
        }
    }

    @Test
    public void slowsDownWhoGuessesAndWhoBeginsTooOften() {
        SoftAuthenticator stranger = new SoftAuthenticator(TestPasskeys.ORIGIN);
        for (int i = 0; i < passkeys.config.guessesPerPasskey(); i++) {
            assertRefused(passkeys.shown(stranger));
        }
        Answer next = passkeys.shown(stranger);
        assertEquals("rate_limited", refused(() -> passkeys.signIn.complete(next, TestPasskeys.CLIENT)));
        passkeys.in(device);
        ClientInfo far = new ClientInfo("198.51.100.1", "", false, Map.of());
        for (int i = 0; i < passkeys.config.challengesPerNetwork(); i++) {
            passkeys.signIn.begin(far);
        }
        assertEquals("rate_limited", refused(() -> passkeys.signIn.begin(far)));
        assertTrue(passkeys.signIn.begin(TestPasskeys.CLIENT).challenge().length() > 40);
    }
}
