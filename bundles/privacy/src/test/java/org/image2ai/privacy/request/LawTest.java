package org.image2ai.privacy.request;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.Instant;
import org.image2ai.api.PlatformException;
import org.junit.Test;

public class LawTest {
    private static Instant at(String day) {
        return Instant.parse(day + "T10:15:00Z");
    }

    @Test
    public void aMonthEndsOnTheLastDayWhereItHasNoneOfTheNumber() {
        assertEquals(at("2027-02-28"), Law.GDPR.due(at("2027-01-31")));
        assertEquals(at("2028-02-29"), Law.GDPR.due(at("2028-01-31")));
        assertEquals(at("2027-04-30"), Law.GDPR.due(at("2027-03-31")));
        assertEquals(at("2027-03-28"), Law.GDPR.due(at("2027-02-28")));
        assertEquals(at("2027-01-15"), Law.GDPR.due(at("2026-12-15")));
    }

    @Test
    public void twoMoreMonthsCountFromTheDayItCame() {
        assertEquals(at("2027-04-30"), Law.GDPR.extended(at("2027-01-31")));
        assertEquals(at("2027-02-28"), Law.GDPR.extended(at("2026-11-30")));
    }

    @Test
    public void californiaHasTenBusinessDaysAndFortyFive() {
        assertEquals("over two weekends", at("2026-12-09"), Law.CCPA.acknowledgeBy(at("2026-11-25")));
        assertEquals(at("2026-12-11"), Law.CCPA.acknowledgeBy(at("2026-11-28")));
        assertEquals(at("2027-01-09"), Law.CCPA.due(at("2026-11-25")));
        assertEquals(at("2027-02-23"), Law.CCPA.extended(at("2026-11-25")));
    }

    @Test
    public void refusesAnUnknownLaw() {
        assertEquals(
                "invalid_law",
                assertThrows(PlatformException.class, () -> Law.parse("xx")).code());
    }
}
