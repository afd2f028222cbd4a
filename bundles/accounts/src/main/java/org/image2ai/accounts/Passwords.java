package org.image2ai.accounts;

import java.util.Locale;
import java.util.Set;
import org.image2ai.api.PlatformException;

/** What is taken for a password: its length decides, not its letters (NIST SP 800-63B). */
final class Passwords {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 1024;

    /** The commonest that are long enough; whoever guesses begins with them. */
    private static final Set<String> COMMON = Set.of(
            "1234567890",
            "0123456789",
            "12345678910",
            "123456789a",
            "a123456789",
            "1234567891",
            "0987654321",
            "9876543210",
            "1111111111",
            "0000000000",
            "1q2w3e4r5t",
            "1qaz2wsx3edc",
            "q1w2e3r4t5",
            "q1w2e3r4t5y6",
            "qwertyuiop",
            "qwerty12345",
            "qwerty123456",
            "qwerty1234",
            "asdfghjkl1",
            "zxcvbnm123",
            "password12",
            "password123",
            "password1234",
            "password12345",
            "password1!",
            "passw0rd123",
            "p@ssw0rd123",
            "mypassword",
            "passwordpassword",
            "iloveyou12",
            "iloveyou123",
            "ilovejesus",
            "sunshine123",
            "princess123",
            "football123",
            "baseball123",
            "superman123",
            "michael123",
            "charlie123",
            "welcome123",
            "welcome1234",
            "welcome2024",
            "letmein123",
            "letmein1234",
            "changeme123",
            "adminadmin",
            "administrator",
            "admin12345",
            "admin123456",
            "abcdefghij",
            "abcdefghijk",
            "abcd123456",
            "abc1234567",
            "abc123456789",
            "aaaaaaaaaa",
            "qazwsxedcrfv",
            "1234qwerasdf",
            "123qweasdzxc",
            "qweasdzxc123",
            "monkey12345",
            "dragon12345",
            "computer123",
            "correcthorsebatterystaple",
            "trustno1234",
            "summer2024",
            "winter2024",
            "image2ai123");

    private Passwords() {}

    /** @throws PlatformException INVALID {@code weak_password} */
    static void check(char[] password, String email) {
        if (password.length < SHORTEST || password.length > LONGEST) {
            throw weak("A password has " + SHORTEST + " to " + LONGEST + " characters.");
        }
        String lower = new String(password).toLowerCase(Locale.ROOT);
        String address = Emails.normal(email);
        if (lower.strip().equals(address) || lower.equals(address.substring(0, address.indexOf('@')))) {
            throw weak("An address is no password.");
        }
        if (COMMON.contains(lower) || lower.chars().distinct().count() < 3) {
            throw weak("This is one of the passwords that are guessed first.");
        }
    }

    private static PlatformException weak(String message) {
        return PlatformException.invalid("weak_password", message).withField("password");
    }
}
