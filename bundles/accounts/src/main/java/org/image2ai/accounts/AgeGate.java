package org.image2ai.accounts;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import org.image2ai.api.PlatformException;

/** The service is not for children under 13. What is refused here is kept nowhere. */
final class AgeGate {
    static final int MINIMUM = 13;
    static final String UNDER_AGE = "under_age";
    private static final int OLDEST = 130;

    private AgeGate() {}

    /** The date of a text such as {@code 1990-12-31}. */
    static LocalDate parse(String birthDate) {
        try {
            return LocalDate.parse(birthDate.strip());
        } catch (DateTimeParseException e) {
            // The cause holds what was given, which is personal, so it goes no further.
            throw PlatformException.invalid("invalid_birth_date", "A birth date looks like 1990-12-31.")
                    .withField("birthDate");
        }
    }

    static void check(LocalDate birthDate, LocalDate today) {
        int age = Period.between(birthDate, today).getYears();
        if (birthDate.isAfter(today) || age > OLDEST) {
            throw PlatformException.invalid("invalid_birth_date", "This is not the birth date of a living person.")
                    .withField("birthDate");
        }
        if (age < MINIMUM) {
            throw refused();
        }
    }

    /** The same whether somebody is too young or was so yesterday; it does not say which age would do. */
    static PlatformException refused() {
        return PlatformException.denied(UNDER_AGE, "We cannot offer you an account.");
    }
}
