package org.image2ai.accounts;

import java.time.LocalDate;
import java.time.Period;
import org.image2ai.api.PlatformException;

/** The service is not for children under 13. What is refused here is kept nowhere. */
final class AgeGate {
    static final int MINIMUM = 13;
    private static final int OLDEST = 130;

    private AgeGate() {}

    static void check(LocalDate birthDate, LocalDate today) {
        int age = Period.between(birthDate, today).getYears();
        if (birthDate.isAfter(today) || age > OLDEST) {
            throw PlatformException.invalid("invalid_birth_date", "This is not the birth date of a living person.")
                    .withField("birthDate");
        }
        if (age < MINIMUM) {
            throw PlatformException.denied("under_age", "The service cannot be used at this age.")
                    .withField("birthDate");
        }
    }
}
