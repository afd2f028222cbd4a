package org.image2ai.tck.identity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.image2ai.api.ErrorType;
import org.image2ai.api.PlatformException;
import org.image2ai.api.identity.IdentityProvider;
import org.image2ai.api.identity.SignInAttempt;
import org.image2ai.api.identity.VerifiedIdentity;
import org.junit.Test;

/** What every {@link IdentityProvider} must do. A provider's test extends this and plays the person. */
public abstract class IdentityProviderContract {
    private static final long PATIENCE_SECONDS = 60;
    /** 128 bits in base 64: less could be guessed. */
    private static final int SHORTEST_STATE = 22;

    /** A provider under test, another instance at each call. */
    protected abstract IdentityProvider provider();

    /**
     * Plays a browser and a person who says yes.
     *
     * @param location where {@link IdentityProvider#begin} sends the browser
     * @return the query parameters with which the browser comes back
     */
    protected abstract Map<String, String> signIn(URI location);

    /** Who that person is. */
    protected abstract VerifiedIdentity expected();

    /** A provider whose far side does not answer, if one can be made. */
    protected Optional<IdentityProvider> unreachable() {
        return Optional.empty();
    }

    /** Where the browser is sent back. */
    protected URI redirect() {
        return URI.create("https://image2ai.example/api/v1/sign-in/test/callback");
    }

    @Test
    public void tellsWhoSignedIn() {
        IdentityProvider provider = provider();
        SignInAttempt attempt = provider.begin(redirect());
        assertEquals(expected(), provider.complete(attempt, redirect(), signIn(attempt.location())));
    }

    @Test
    public void anotherInstanceCompletesWhatOneBegan() {
        SignInAttempt attempt = provider().begin(redirect());
        SignInAttempt kept = new SignInAttempt(attempt.location(), attempt.state(), attempt.secret());
        assertEquals(expected(), provider().complete(kept, redirect(), signIn(attempt.location())));
    }

    @Test
    public void everyAttemptHasItsOwnStateAndSecret() {
        IdentityProvider provider = provider();
        SignInAttempt one = provider.begin(redirect());
        SignInAttempt other = provider.begin(redirect());
        assertNotEquals(one.state(), other.state());
        assertNotEquals(one.secret(), other.secret());
        assertTrue("the state can be guessed", one.state().length() >= SHORTEST_STATE);
    }

    @Test
    public void theBrowserIsToldTheStateAndNotTheSecret() {
        SignInAttempt attempt = provider().begin(redirect());
        assertTrue("not absolute: " + attempt.location(), attempt.location().isAbsolute());
        assertEquals(attempt.state(), parameters(attempt.location()).get("state"));
        assertFalse(
                "the secret is in the address", attempt.location().toString().contains(attempt.secret()));
    }

    @Test
    public void twoSignInAtTheSameTime() throws Exception {
        IdentityProvider provider = provider();
        Callable<VerifiedIdentity> person = () -> {
            SignInAttempt attempt = provider.begin(redirect());
            return provider.complete(attempt, redirect(), signIn(attempt.location()));
        };
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            for (Future<VerifiedIdentity> one : people.invokeAll(List.of(person, person))) {
                assertEquals(expected(), one.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    public void refusesAnAnswerWithAnotherStateOrNone() {
        SignInAttempt attempt = provider().begin(redirect());
        Map<String, String> answer = signIn(attempt.location());
        assertRefused(
                attempt, with(answer, "state", provider().begin(redirect()).state()));
        assertRefused(attempt, with(answer, "state", ""));
        Map<String, String> without = new HashMap<>(answer);
        without.remove("state");
        assertRefused(attempt, without);
        assertRefused(attempt, Map.of());
    }

    @Test
    public void refusesACodeThatAnotherAttemptWasGiven() {
        SignInAttempt mine = provider().begin(redirect());
        SignInAttempt theirs = provider().begin(redirect());
        assertRefused(mine, with(signIn(theirs.location()), "state", mine.state()));
    }

    @Test
    public void refusesTheSecretOfAnotherAttemptOrNone() {
        SignInAttempt attempt = provider().begin(redirect());
        String other = provider().begin(redirect()).secret();
        for (String secret : List.of(other, "", "nonsense")) {
            SignInAttempt changed = new SignInAttempt(attempt.location(), attempt.state(), secret);
            assertRefused(changed, signIn(attempt.location()));
        }
    }

    @Test
    public void refusesWhatWasCompletedOnce() {
        SignInAttempt attempt = provider().begin(redirect());
        Map<String, String> answer = signIn(attempt.location());
        assertEquals(expected(), provider().complete(attempt, redirect(), answer));
        assertRefused(attempt, answer);
    }

    @Test
    public void refusesWhenThePersonDeclines() {
        SignInAttempt attempt = provider().begin(redirect());
        assertRefused(
                attempt,
                Map.of("state", attempt.state(), "error", "access_denied", "error_description", "<b>words</b>"));
    }

    @Test
    public void saysSoWhenTheFarSideDoesNotAnswer() {
        unreachable().ifPresent(provider -> {
            PlatformException e = assertThrows(PlatformException.class, () -> provider.begin(redirect()));
            assertEquals(ErrorType.UPSTREAM, e.type());
            assertEquals("identity_unavailable", e.code());
        });
    }

    /** Refused with the right code, and with words that repeat nothing of the attempt or of the answer. */
    protected final PlatformException assertRefused(SignInAttempt attempt, Map<String, String> answer) {
        PlatformException e =
                assertThrows(PlatformException.class, () -> provider().complete(attempt, redirect(), answer));
        assertEquals(e.toString(), ErrorType.DENIED, e.type());
        assertEquals("sign_in_refused", e.code());
        List<String> unsaid = Stream.concat(Stream.of(attempt.secret(), attempt.state()), answer.values().stream())
                .filter(text -> text.length() > 3)
                .toList();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String words = String.valueOf(cause.getMessage());
            assertTrue("the message tells too much: " + words, unsaid.stream().noneMatch(words::contains));
        }
        return e;
    }

    /** The query parameters of an address, decoded. */
    protected static Map<String, String> parameters(URI address) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : Optional.ofNullable(address.getRawQuery()).orElse("").split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, String> with(Map<String, String> answer, String name, String content) {
        Map<String, String> changed = new HashMap<>(answer);
        changed.put(name, content);
        return changed;
    }
}
