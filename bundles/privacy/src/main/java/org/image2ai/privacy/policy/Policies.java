package org.image2ai.privacy.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.persistence.PersistenceException;
import org.image2ai.api.PlatformException;
import org.image2ai.api.Purpose;
import org.image2ai.api.privacy.CurrentPolicy;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The versions of the policy: the one that came with the software, and those that the operator published since. */
@Component(
        service = {Policies.class, ConsentTexts.class, CurrentPolicy.class},
        configurationPid = "org.image2ai.privacy.policy")
@Designate(ocd = PolicyConfig.class)
public final class Policies implements ConsentTexts, CurrentPolicy {
    static final String ENGLISH = "en";
    private static final String FIRST = "2026-01";
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final Duration LIFE = Duration.ofSeconds(5);

    private final PolicyConfig config;
    private final PolicyRows rows;
    private final Clock clock;
    private volatile Known known = new Known(List.of(), Instant.MIN);

    /** The versions as they were read; another instance may publish one. */
    private record Known(List<PolicyVersion> versions, Instant until) {}

    @Activate
    public Policies(PolicyConfig config, @Reference PolicyRows rows) {
        this(config, rows, Clock.systemUTC());
    }

    Policies(PolicyConfig config, PolicyRows rows, Clock clock) {
        this.config = config;
        this.rows = rows;
        this.clock = clock;
        if (rows.policies().isEmpty()) {
            addFirst();
        }
    }

    private void addFirst() {
        Map<String, String> texts = new TreeMap<>();
        for (String language : List.of(ENGLISH, "de")) {
            texts.put(language, shipped(language + ".md"));
        }
        PolicyVersion first = new PolicyVersion(
                FIRST, FIRST_DAY, Set.of(), "shipped", clock.instant().truncatedTo(ChronoUnit.MICROS));
        try {
            rows.transactions().required(() -> {
                rows.add(first, texts, false);
                return first;
            });
        } catch (PersistenceException e) {
            // Another instance was faster.
            if (rows.policies().isEmpty()) {
                throw e;
            }
        }
    }

    private static String shipped(String file) {
        try (InputStream in = Policies.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PolicyConfig config() {
        return config;
    }

    Clock clock() {
        return clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Every version, those that hold first first. */
    List<PolicyVersion> versions() {
        Known now = known;
        Instant at = clock.instant();
        if (now.until().isBefore(at) || now.until().isAfter(at.plus(LIFE))) {
            now = new Known(rows.policies(), at.plus(LIFE));
            known = now;
        }
        return now.versions();
    }

    void forget() {
        known = new Known(List.of(), Instant.MIN);
    }

    /** The version that holds now. */
    PolicyVersion now() {
        LocalDate today = today();
        return versions().stream()
                .filter(policy -> !policy.effective().isAfter(today))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> PlatformException.notFound("policy", "of today"));
    }

    /** The version that will hold next, if it is announced. */
    Optional<PolicyVersion> next() {
        LocalDate today = today();
        return versions().stream()
                .filter(policy -> policy.effective().isAfter(today))
                .findFirst();
    }

    PolicyVersion require(String version) {
        return versions().stream()
                .filter(policy -> policy.version().equals(version))
                .findFirst()
                .orElseThrow(() -> PlatformException.notFound("policy", version));
    }

    /** The version before another. */
    Optional<PolicyVersion> before(PolicyVersion policy) {
        int at = versions().indexOf(policy);
        return at <= 0 ? Optional.empty() : Optional.of(versions().get(at - 1));
    }

    /** The text of a version in the nearest language that it has, with what the configuration says of the operator. */
    Text text(PolicyVersion policy, String language) {
        Map<String, String> texts = rows.texts(policy.version());
        String nearest = texts.containsKey(language)
                ? language
                : texts.containsKey(ENGLISH)
                        ? ENGLISH
                        : texts.keySet().iterator().next();
        String filled = texts.get(nearest)
                .replace("{{controller}}", config.controller())
                .replace("{{address}}", config.address())
                .replace("{{contact}}", config.contact());
        return new Text(nearest, List.copyOf(texts.keySet()), filled);
    }

    /**
     * A text that people read.
     *
     * @param language the language it is in
     * @param languages all languages that there are
     * @param markdown the words
     */
    record Text(String language, List<String> languages, String markdown) {}

    @Override
    public String version() {
        return now().version();
    }

    @Override
    public String current() {
        return version();
    }

    @Override
    public boolean isKnown(String version) {
        return versions().stream().anyMatch(policy -> policy.version().equals(version));
    }

    @Override
    public boolean covers(String version, Purpose purpose) {
        LocalDate today = today();
        Optional<LocalDate> changed = versions().stream()
                .filter(policy -> !policy.effective().isAfter(today))
                .filter(policy -> policy.changedPurposes().contains(purpose))
                .map(PolicyVersion::effective)
                .reduce((earlier, later) -> later);
        return versions().stream()
                .filter(policy -> policy.version().equals(version))
                .anyMatch(policy ->
                        changed.filter(day -> policy.effective().isBefore(day)).isEmpty());
    }
}
