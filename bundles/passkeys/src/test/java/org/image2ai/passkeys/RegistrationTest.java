package org.image2ai.passkeys;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.image2ai.tck.passkey.KeyKind;
import org.image2ai.tck.passkey.SoftAuthenticator;
import org.junit.After;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class RegistrationTest {
    private final TestPasskeys passkeys = new TestPasskeys();
    private final Account ada = passkeys.people.ada;
    private final Account bob = passkeys.people.bob;
    private final SoftAuthenticator device = new SoftAuthenticator(TestPasskeys.ORIGIN);

    @After
    public void close() {
        passkeys.close();
    }

    private static String refused(ThrowingRunnable work) {
        return assertThrows(PlatformException.class, work).code();
    }

    private void assertRefused(CreationOptions options) {
        Answer answer = TestPasskeys.created(device, options);
        assertEquals("passkey_refused", refused(() -> passkeys.registration.complete(ada.id(), "Phone", answer)));
        assertEquals(List.of(), passkeys.store.list(ada.id()));
    }

    @Test
    public void asksForAPasskeyThatFindsItsAccountAndKnowsItsOwner() {
        CreationOptions options = passkeys.registration.begin(ada.id());
        assertEquals(new CreationOptions.Party(TestPasskeys.PARTY, "Image2AI"), options.rp());
        assertEquals(32, Base64.getUrlDecoder().decode(options.challenge()).length);
        assertEquals(32, Base64.getUrlDecoder().decode(options.user().id()).length);
        assertEquals("ada@example.org", options.user().name());
        assertEquals(
                List.of(-7, -8, -257),
                options.pubKeyCredParams().stream()
                        .map(CreationOptions.Algorithm::alg)
                        .toList());
        assertEquals(new CreationOptions.Selection("required", true, "required"), options.authenticatorSelection());
        assertEquals("none", options.attestation());
        assertEquals(List.of(), options.excludeCredentials());
    }

    @Test
    public void keepsTheHandleOfAPersonAndTellsTheDeviceWhatThereIs() {
        CreationOptions first = passkeys.registration.begin(ada.id());
        Passkey kept = passkeys.registration.complete(ada.id(), " Phone ", TestPasskeys.created(device, first));
        assertEquals("Phone", kept.name());
        CreationOptions second = passkeys.registration.begin(ada.id());
        assertEquals(first.user().id(), second.user().id());
        assertEquals(
                List.of(new CreationOptions.Known(
                        "public-key", kept.credential().id(), List.of("hybrid", "internal"))),
                second.excludeCredentials());
        assertNotEquals(
                first.user().id(), passkeys.registration.begin(bob.id()).user().id());
    }

    @Test
    public void takesEveryKindOfKeyThatItAsksFor() {
        for (KeyKind kind : KeyKind.values()) {
            SoftAuthenticator other = new SoftAuthenticator(TestPasskeys.ORIGIN, kind);
            passkeys.register(other, ada);
            assertEquals(ada, passkeys.in(other).account());
        }
    }

    @Test
    public void takesAChallengeOnceAndOnlyTheNewestOfItsAccount() {
        CreationOptions old = passkeys.registration.begin(ada.id());
        CreationOptions options = passkeys.registration.begin(ada.id());
        assertRefused(old);
        assertEquals(
                "another's",
                "passkey_refused",
                refused(() ->
                        passkeys.registration.complete(bob.id(), "Phone", TestPasskeys.created(device, options))));
        Answer answer = TestPasskeys.created(device, options);
        passkeys.registration.complete(ada.id(), "Phone", answer);
        assertEquals("passkey_refused", refused(() -> passkeys.registration.complete(ada.id(), "Phone", answer)));
    }

    @Test
    public void takesNoChallengeThatIsTooOldOrOfASignIn() {
        CreationOptions options = passkeys.registration.begin(ada.id());
        passkeys.clock.pass(Challenges.LIFE);
        assertRefused(options);
        String challenge = passkeys.signIn.begin(TestPasskeys.CLIENT).challenge();
        assertRefused(CreationOptions.of(challenge, options.rp(), options.user(), List.of()));
    }

    @Test
    public void takesNoPasskeyOfAnotherPageOrHostOrOfNobody() {
        device.moveTo("https://pictures.example.net");
        assertRefused(passkeys.registration.begin(ada.id()));
        device.moveTo(TestPasskeys.ORIGIN);
        CreationOptions options = passkeys.registration.begin(ada.id());
        CreationOptions.Party other = new CreationOptions.Party("example.org", "Image2AI");
        assertRefused(CreationOptions.of(options.challenge(), other, options.user(), List.of()));
        device.say(SoftAuthenticator.PRESENT);
        assertRefused(passkeys.registration.begin(ada.id()));
        device.say(SoftAuthenticator.VERIFIED);
        assertRefused(passkeys.registration.begin(ada.id()));
    }

    @Test
    public void refusesNonsenseAsAllElse() {
        CreationOptions options = passkeys.registration.begin(ada.id());
        Map<String, Object> good = TestPasskeys.created(device, options).json();
        for (String field : List.of("id", "rawId", "type", "response")) {
            for (Object nonsense : List.of("", "x", "***", 7, List.of(), Map.of("clientDataJSON", "e30"))) {
                Map<String, Object> bad = new HashMap<>(good);
                bad.put(field, nonsense);
                assertEquals(
                        "passkey_refused",
                        refused(() -> passkeys.registration.complete(ada.id(), "Phone", new Answer(bad))));
            }
        }
        passkeys.registration.complete(ada.id(), "Phone", new Answer(good));
    }

    @Test
    public void refusesWhatIsNoCborAndNoJson() {
        byte[] deep = new byte[20_000];
        Arrays.fill(deep, (byte) 0x81);
        for (String nonsense : List.of("", "e30", "W10", "bnVsbA", "oA", "9g", "AA", Answer.encoded(deep))) {
            for (String field : List.of("clientDataJSON", "attestationObject")) {
                Map<String, Object> json =
                        new HashMap<>(TestPasskeys.created(device, passkeys.registration.begin(ada.id()))
                                .json());
                Map<Object, Object> response = new HashMap<>((Map<?, ?>) json.get("response"));
                response.put(field, nonsense);
                json.put("response", response);
                assertEquals(
                        field + " " + nonsense,
                        "passkey_refused",
                        refused(() -> passkeys.registration.complete(ada.id(), "Phone", new Answer(json))));
            }
        }
    }

    @Test
    public void keepsAKeyForOneAccountAndSoManyForEach() {
        passkeys.register(device, ada);
        assertEquals("passkey_refused", refused(() -> passkeys.register(device, bob)));
        for (int i = 1; i < PasskeyStore.MOST; i++) {
            passkeys.register(new SoftAuthenticator(TestPasskeys.ORIGIN), ada);
        }
        assertEquals("too_many_passkeys", refused(() -> passkeys.registration.begin(ada.id())));
        Passkey one = passkeys.store.list(ada.id()).get(0);
        assertFalse(passkeys.store.remove(bob.id(), one.id()));
        assertTrue(passkeys.store.remove(ada.id(), one.id()));
        passkeys.registration.begin(ada.id());
    }

    @Test
    public void wantsANameForIt() {
        Answer answer = TestPasskeys.created(device, passkeys.registration.begin(ada.id()));
        for (String name : List.of(" ", "x".repeat(81), "a\nb")) {
            assertEquals("invalid_name", refused(() -> passkeys.registration.complete(ada.id(), name, answer)));
        }
        passkeys.registration.complete(ada.id(), "the challenge is still good", answer);
    }
}
