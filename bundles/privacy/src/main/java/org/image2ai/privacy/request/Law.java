package org.image2ai.privacy.request;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Locale;
import org.image2ai.api.PlatformException;

/** Which law's clock runs. Days are days of UTC; a time ends with the same time of its last day. */
public enum Law {
    /**
     * One month, two more with a reason (article 12(3)). A month ends on the day of the same number, or on the last of
     * the month where it has none (Regulation 1182/71, article 3(2)(c)).
     */
    GDPR {
        @Override
        Instant acknowledgeBy(Instant received) {
            return due(received);
        }

        @Override
        Instant due(Instant received) {
            return utc(received).plusMonths(1).toInstant();
        }

        @Override
        Instant extended(Instant received) {
            return utc(received).plusMonths(3).toInstant();
        }
    },
    /** Ten business days to acknowledge, 45 days to do it, 45 more with a reason (11 CCR 7021). */
    CCPA {
        @Override
        Instant acknowledgeBy(Instant received) {
            ZonedDateTime day = utc(received);
            for (int left = BUSINESS_DAYS; left > 0; ) {
                day = day.plusDays(1);
                if (isBusinessDay(day.toLocalDate())) {
                    left--;
                }
            }
            return day.toInstant();
        }

        @Override
        Instant due(Instant received) {
            return utc(received).plusDays(DAYS).toInstant();
        }

        @Override
        Instant extended(Instant received) {
            return utc(received).plusDays(2L * DAYS).toInstant();
        }
    };

    private static final int BUSINESS_DAYS = 10;
    private static final int DAYS = 45;

    /** Until when the person must have heard that it is here. */
    abstract Instant acknowledgeBy(Instant received);

    /** Until when it must be done. */
    abstract Instant due(Instant received);

    /** Until when it must be done once it was extended, which is possible once. */
    abstract Instant extended(Instant received);

    /** As it stands in JSON. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static ZonedDateTime utc(Instant instant) {
        return instant.atZone(ZoneOffset.UTC);
    }

    private static boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** @throws PlatformException INVALID {@code invalid_law} */
    static Law parse(String wireName) {
        return Arrays.stream(values())
                .filter(law -> law.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> PlatformException.invalid("invalid_law", "law is gdpr or ccpa.")
                        .withField("law"));
    }
}
