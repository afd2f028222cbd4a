package org.image2ai.privacy.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.image2ai.kit.Clocks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** The configuration as this package uses it, and the clock. */
@Component(service = Settings.class, configurationPid = "org.image2ai.privacy")
@Designate(ocd = PrivacyConfig.class)
public final class Settings {
    private final PrivacyConfig config;
    private final Clock clock;
    private final List<String> first;
    private final List<String> last;
    private final List<Duration> looks;

    @Activate
    public Settings(PrivacyConfig config) {
        this(config, Clocks.neverBack(Clock.systemUTC()));
    }

    Settings(PrivacyConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.first = list(config.first());
        this.last = list(config.last());
        this.looks = list(config.looks()).stream().map(Settings::duration).toList();
    }

    PrivacyConfig config() {
        return config;
    }

    Clock clock() {
        return clock;
    }

    /** To the microsecond, as tables keep it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }

    Law law() {
        return Law.parse(config.law());
    }

    /** Whether a bundle waits until all others are done. */
    boolean isLast(String bundle) {
        return last.contains(bundle);
    }

    /** When it is a bundle's turn: first the first, then all others, then the last. */
    int turn(String bundle) {
        if (first.contains(bundle)) {
            return first.indexOf(bundle);
        }
        return last.contains(bundle) ? first.size() + 1 + last.indexOf(bundle) : first.size();
    }

    /** When the next look is due, so many were done; empty after the last. */
    Optional<Instant> look(Instant ended, int done) {
        if (done == 0) {
            return Optional.of(ended);
        }
        return done <= looks.size() ? Optional.of(ended.plus(looks.get(done - 1))) : Optional.empty();
    }

    private static List<String> list(String commas) {
        return Arrays.stream(commas.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** {@code PT1H} as well as {@code P7D}. */
    private static Duration duration(String iso) {
        return Duration.parse(iso);
    }

    /** The end of a declared retention that begins now; empty where only the operator knows it. */
    Optional<Instant> after(String retention) {
        try {
            return Optional.of(
                    now().atZone(ZoneOffset.UTC).plus(Period.parse(retention)).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
