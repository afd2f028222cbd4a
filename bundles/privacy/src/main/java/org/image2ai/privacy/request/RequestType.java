package org.image2ai.privacy.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.image2ai.api.PlatformException;

/** What a person may ask for. */
public enum RequestType {
    /** What is held, to read: GDPR article 15. */
    ACCESS,
    /** The same, to take elsewhere: article 20. */
    PORTABILITY,
    /** That it is erased: article 17. */
    ERASURE,
    /** That it is put right: article 16. */
    CORRECTION,
    /** That it is kept, and nothing else is done with it: article 18. */
    RESTRICTION,
    /** That it is not used for a purpose, or given to somebody: article 21. */
    OBJECTION,
    /** That a consent counts no more: article 7(3). */
    CONSENT_WITHDRAWAL,
    /** That it is not sold or shared: CCPA 1798.120. Nothing is sold, so this is written down and no more. */
    STOP_SALE,
    /** That somebody looks again at what was refused. */
    APPEAL;

    /** As it stands in JSON. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a copy is made. */
    boolean isCopy() {
        return this == ACCESS || this == PORTABILITY;
    }

    /** @throws PlatformException INVALID {@code invalid_type} */
    static RequestType parse(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> PlatformException.invalid(
                                "invalid_type",
                                "type is one of "
                                        + Arrays.stream(values())
                                                .map(RequestType::wireName)
                                                .collect(Collectors.joining(", "))
                                        + ".")
                        .withField("type"));
    }
}
