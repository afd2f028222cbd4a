package org.image2ai.accounts;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.SessionId;
import org.image2ai.api.account.Account;
import org.junit.After;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class RecoveryTest {
    private static final String NETWORK = "192.0.2.7";
    private static final char[] OLD = "correct horse".toCharArray();
    private static final char[] NEW = "battery staple".toCharArray();

    private final TestAccounts accounts = new TestAccounts();
    private final Account ada = accounts.ada();

    @After
    public void close() {
        accounts.close();
    }

    private static String refused(ThrowingRunnable work) {
        return assertThrows(PlatformException.class, work).code();
    }

    private boolean isPassword(char[] password) {
        return accounts.service.authenticate("ada@example.org", password).isPresent();
    }

    @Test
    public void setsAPasswordByALinkOnceAndEndsAllSessions() {
        accounts.recovery.request("ADA@example.org", NETWORK);
        assertEquals("reset-password", accounts.mails.get(0).template());
        String token = accounts.token();
        assertEquals("weak_password", refused(() -> accounts.recovery.reset(token, "short".toCharArray())));
        accounts.recovery.reset(token, NEW);
        assertTrue(isPassword(NEW));
        assertEquals("password-changed", accounts.mails.get(1).template());
        assertEquals(List.of(ada.id().value()), accounts.sessions.ended);
        assertEquals("invalid_token", refused(() -> accounts.recovery.reset(token, OLD)));
    }

    @Test
    public void looksForTheAddressOnlyAfterTheAnswer() {
        List<Runnable> later = new ArrayList<>();
        accounts.background = later::add;
        accounts.recovery.request("ada@example.org", NETWORK);
        accounts.recovery.request("nobody@example.org", NETWORK);
        assertEquals(List.of(), accounts.mails);
        assertEquals(2, later.size());
        later.forEach(Runnable::run);
        assertEquals(
                List.of("reset-password"),
                accounts.mails.stream().map(mail -> mail.template()).toList());
    }

    @Test
    public void takesNoLinkThatIsTooOldOrOfAnotherKind() {
        accounts.recovery.request("ada@example.org", NETWORK);
        String reset = accounts.token();
        assertEquals("invalid_token", refused(() -> accounts.registration.verify(reset)));
        accounts.clock.pass(Duration.ofMinutes(61));
        assertEquals("invalid_token", refused(() -> accounts.recovery.reset(reset, NEW)));
    }

    @Test
    public void answersForNobodyAsForSomebodyAndSendsNothing() {
        accounts.recovery.request("nobody@example.org", NETWORK);
        assertTrue(accounts.mails.isEmpty());
    }

    @Test
    public void changesAPasswordByTheOneBeforeAndKeepsThisSession() {
        accounts.service.setPassword(ada.id(), OLD);
        Optional<SessionId> mine = Optional.of(new SessionId("ses_mine"));
        assertEquals(
                "wrong_password",
                refused(() -> accounts.recovery.change(ada.id(), new Recovery.Passage(NEW, mine), NEW)));
        accounts.recovery.change(ada.id(), new Recovery.Passage(OLD, mine), NEW);
        assertTrue(isPassword(NEW));
        assertEquals(List.of(ada.id().value() + " but ses_mine"), accounts.sessions.ended);
    }

    @Test
    public void slowsDownWhoGuessesThePresentPassword() {
        accounts.service.setPassword(ada.id(), OLD);
        Recovery.Passage wrong = new Recovery.Passage(NEW, Optional.empty());
        for (int i = 0; i < 5; i++) {
            assertEquals("wrong_password", refused(() -> accounts.recovery.change(ada.id(), wrong, NEW)));
        }
        assertEquals("rate_limited", refused(() -> accounts.recovery.change(ada.id(), wrong, NEW)));
    }

    @Test
    public void changesAnAddressWhenTheNewOneSaysSoAndTellsTheOld() {
        accounts.service.setPassword(ada.id(), OLD);
        accounts.recovery.changeEmail(ada.id(), "new@example.org", OLD);
        assertEquals("new@example.org", accounts.mails.get(0).to());
        assertEquals("email-change", accounts.mails.get(0).template());
        assertTrue(accounts.service.findByEmail("new@example.org").isEmpty());
        accounts.registration.verify(accounts.token());
        assertEquals(
                ada.id(),
                accounts.service.findByEmail("new@example.org").orElseThrow().id());
        assertEquals("email-changed", accounts.mails.get(1).template());
        assertEquals("Ada@example.org", accounts.mails.get(1).to());
    }

    @Test
    public void keepsPreferencesFlatAndSmall() {
        Map<String, Object> changed = new HashMap<>(Map.of("theme", "dark", "grid", 3));
        String json = Preferences.merged("{\"old\":true}", changed);
        assertEquals("{\"grid\":3,\"old\":true,\"theme\":\"dark\"}", json);
        changed.put("theme", null);
        assertEquals("{\"grid\":3,\"old\":true}", Preferences.merged(json, changed));
        assertEquals("invalid_preferences", refused(() -> Preferences.merged("{}", Map.of("a", List.of()))));
        assertEquals("invalid_preferences", refused(() -> Preferences.merged("{}", Map.of("a", "x".repeat(9000)))));
    }
}
