package org.image2ai.passkeys;

import org.image2ai.api.PlatformException;

/** What every resource asks of a JSON body. */
final class Bodies {
    private Bodies() {}

    static <T> T required(String field, T given) {
        if (given == null) {
            throw PlatformException.invalid("missing_field", "The field " + field + " is missing.")
                    .withField(field);
        }
        return given;
    }
}
