package org.image2ai.identity.oidc;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What binds the answer to the attempt, 256 random bits each. Its text form is {@code 1.nonce.verifier}. */
record AttemptSecret(Nonce nonce, CodeVerifier verifier) {
    private static final Pattern FORM = Pattern.compile("1\\.([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{43})");

    static AttemptSecret random() {
        return new AttemptSecret(new Nonce(), new CodeVerifier());
    }

    static Optional<AttemptSecret> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new AttemptSecret(new Nonce(form.group(1)), new CodeVerifier(form.group(2))))
                : Optional.empty();
    }

    String text() {
        return "1." + nonce.getValue() + "." + verifier.getValue();
    }

    @Override
    public String toString() {
        return "AttemptSecret[]";
    }
}
