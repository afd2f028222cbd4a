package org.image2ai.security;

import java.time.Duration;
import java.util.List;

/** The two cookies of a session: its secret, which no script may read, and its token against forged requests. */
final class SessionCookies {
    static final String SESSION = "i2a_session";
    static final String CSRF = "i2a_csrf";

    private SessionCookies() {}

    static List<String> opened(String secret, String csrfToken, boolean secure, Duration life) {
        return List.of(cookie(SESSION, secret, secure, life) + "; HttpOnly", cookie(CSRF, csrfToken, secure, life));
    }

    static List<String> ended(boolean secure) {
        return opened("", "", secure, Duration.ZERO);
    }

    private static String cookie(String name, String text, boolean secure, Duration life) {
        return name + "=" + text + "; Path=/; Max-Age=" + life.toSeconds() + "; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }
}
