package org.image2ai.accounts;

import java.util.Locale;
import java.util.regex.Pattern;
import org.image2ai.api.PlatformException;

/** Addresses: what is taken for one, and when two are the same. */
final class Emails {
    private static final Pattern SHAPE =
            Pattern.compile("[^\\s@<>\"(),;:\\\\\\[\\]\\p{Cntrl}]{1,64}@[^\\s@<>\"(),;:\\\\\\[\\]\\p{Cntrl}]{1,189}");

    private Emails() {}

    static String checked(String email) {
        String trimmed = email.strip();
        if (!SHAPE.matcher(trimmed).matches()) {
            throw PlatformException.invalid("invalid_email", "This is not an e-mail address.")
                    .withField("email");
        }
        return trimmed;
    }

    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
