package org.image2ai.privacy.request;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.ApiKeyId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.SessionId;
import org.image2ai.api.security.ClientInfo;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.OpenSession;
import org.image2ai.api.security.OpenedSession;
import org.image2ai.api.security.SecondFactors;
import org.image2ai.api.security.Sessions;
import org.image2ai.api.security.SignedIn;
import org.image2ai.privacy.request.RecentAuthentication.Shown;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class RecentAuthenticationTest {
    private Bench bench;
    private Instant opened;
    private boolean hasFactor;
    private boolean shownInSession;

    @Before
    public void begin() {
        bench = new Bench();
        opened = bench.evidence.settings().now();
    }

    @After
    public void end() {
        bench.close();
    }

    private RecentAuthentication authentication() {
        return new RecentAuthentication(new OneSession(), bench.accounts, new OneFactor(), bench.evidence.settings());
    }

    /** A caller by session, or by an API key that may, or may not, confirm. */
    private record Caller(Optional<ApiKeyId> apiKey, Optional<SessionId> session, boolean may) implements Identity {
        @Override
        public AccountId account() {
            return Bench.ADA;
        }

        @Override
        public boolean permits(String permission) {
            return may;
        }

        @Override
        public void require(String permission) {
            throw new UnsupportedOperationException();
        }
    }

    private static Caller session() {
        return new Caller(Optional.empty(), Optional.of(new SessionId("ses_1")), true);
    }

    private static Caller key(boolean may) {
        return new Caller(Optional.of(new ApiKeyId("key_1")), Optional.empty(), may);
    }

    private final class OneSession implements Sessions {
        @Override
        public OpenedSession open(SignedIn signedIn, ClientInfo client) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<OpenSession> find(AccountId account, SessionId session) {
            return Optional.of(new OpenSession(session, opened, shownInSession));
        }

        @Override
        public int end(AccountId account, Optional<SessionId> except) {
            return 0;
        }
    }

    private final class OneFactor implements SecondFactors {
        @Override
        public boolean enabled(AccountId account) {
            return hasFactor;
        }

        @Override
        public void require(AccountId account, String code) {
            if (!code.equals("123456")) {
                throw PlatformException.denied("invalid_code", "no");
            }
        }
    }

    private static Shown shown(String... all) {
        List<String> given = List.of(all);
        return new Shown(given.stream().findFirst(), given.stream().skip(1).findFirst());
    }

    private String refusedToErase(Caller caller, String... shown) {
        RecentAuthentication authentication = authentication();
        return assertThrows(PlatformException.class, () -> authentication.requireToErase(caller, shown(shown)))
                .code();
    }

    private String refused(Caller caller, String password) {
        RecentAuthentication authentication = authentication();
        return assertThrows(
                        PlatformException.class,
                        () -> authentication.require(caller, password == null ? shown() : shown(password)))
                .code();
    }

    @Test
    public void aFreshSignInIsEnoughAndAnOldOneIsNot() {
        authentication().require(session(), shown());
        bench.wait(Duration.ofMinutes(11));
        assertEquals("recent_authentication_required", refused(session(), null));
        assertEquals("wrong_password", refused(session(), "wrong"));
        authentication().require(session(), shown("right"));
    }

    @Test
    public void anApiKeyIsEnoughWhereItMayConfirm() {
        authentication().require(key(true), shown());
        assertEquals("recent_authentication_required", refused(key(false), null));
        bench.config.put("confirmWithApiKey", false);
        assertEquals("recent_authentication_required", refused(key(true), null));
    }

    @Test
    public void anApiKeyAloneErasesNothingUnlessTheOperatorSaysSo() {
        assertEquals("recent_authentication_required", refusedToErase(key(true)));
        authentication().requireToErase(key(true), shown("right"));
        authentication().requireToErase(session(), shown());
        bench.config.put("eraseWithApiKey", true);
        authentication().requireToErase(key(true), shown());
        assertEquals("recent_authentication_required", refusedToErase(key(false)));
    }

    @Test
    public void whoHasASecondFactorShowsItToErase() {
        hasFactor = true;
        assertEquals("a session without it", "recent_authentication_required", refusedToErase(session()));
        assertEquals("code_required", refusedToErase(session(), "right"));
        assertEquals("invalid_code", refusedToErase(session(), "right", "000000"));
        assertEquals("wrong_password", refusedToErase(session(), "wrong", "123456"));
        authentication().requireToErase(session(), shown("right", "123456"));
        shownInSession = true;
        authentication().requireToErase(session(), shown());
        bench.config.put("eraseWithApiKey", true);
        assertEquals("recent_authentication_required", refusedToErase(key(true)));
    }

    @Test
    public void guessesAreBounded() {
        RecentAuthentication authentication = authentication();
        String last = "";
        for (int i = 0; i < 8; i++) {
            last = assertThrows(PlatformException.class, () -> authentication.require(key(false), shown("wrong")))
                    .code();
        }
        assertEquals("rate_limited", last);
    }
}
