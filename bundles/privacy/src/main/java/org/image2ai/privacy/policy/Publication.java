package org.image2ai.privacy.policy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.image2ai.api.Purpose;
import org.image2ai.api.audit.AuditEntry;
import org.image2ai.api.audit.AuditTrail;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Announces a new version of the policy: ahead, in order, and to everybody who has an account. */
@Component(service = Publication.class)
public final class Publication {
    private static final int LONGEST = 200_000;
    private static final String VERSION = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";
    private static final Set<String> PAGES = Set.of("versions", "processors", "cookies");

    private final Policies policies;
    private final PolicyRows rows;
    private final Notices notices;
    private final AuditTrail audit;

    @Activate
    public Publication(
            @Reference Policies policies,
            @Reference PolicyRows rows,
            @Reference Notices notices,
            @Reference AuditTrail audit) {
        this.policies = policies;
        this.rows = rows;
        this.notices = notices;
        this.audit = audit;
    }

    /**
     * A policy to be published.
     *
     * @param version its name; the day where empty
     * @param effective the day from which on it holds
     * @param texts Markdown by language
     * @param changedPurposes what must be consented to again
     */
    record Draft(
            Optional<String> version, LocalDate effective, Map<String, String> texts, Set<Purpose> changedPurposes) {}

    /** Publishes a policy, and begins to tell everybody. */
    PolicyVersion publish(Draft draft, String actor) {
        String version = draft.version().orElse(draft.effective().toString());
        check(draft, version);
        PolicyVersion policy = new PolicyVersion(
                version,
                draft.effective(),
                draft.changedPurposes(),
                actor,
                policies.clock().instant().truncatedTo(ChronoUnit.MICROS));
        rows.transactions().required(() -> {
            rows.add(policy, draft.texts(), true);
            audit.record(new AuditEntry(
                    policy.published(),
                    actor,
                    "admin:privacy:policy:publish",
                    version,
                    Map.of("effective", policy.effective().toString())));
            rows.transactions().afterCommit(policies::forget);
            rows.transactions().afterCommit(notices::wake);
            return policy;
        });
        return policy;
    }

    private void check(Draft draft, String version) {
        if (!version.matches(VERSION) || PAGES.contains(version)) {
            throw invalid("version", "A version has letters, digits, points and dashes, at most 40.");
        }
        checkTexts(draft.texts());
        List<PolicyVersion> known = policies.versions();
        if (known.stream().anyMatch(policy -> policy.version().equals(version))) {
            throw PlatformException.conflict("policy_version_taken", "There is a version " + version + " already.")
                    .withField("version");
        }
        LocalDate first = policies.today().plusDays(policies.config().noticeDays());
        if (draft.effective().isBefore(first)) {
            throw PlatformException.invalid(
                            "notice_too_short",
                            "A policy is announced ahead: the first day it may hold is " + first + ".")
                    .withField("effective");
        }
        LocalDate last = known.get(known.size() - 1).effective();
        if (!draft.effective().isAfter(last)) {
            throw PlatformException.conflict(
                            "policy_out_of_order", "There is a version that holds from " + last + " on.")
                    .withField("effective");
        }
    }

    private static void checkTexts(Map<String, String> texts) {
        boolean good = !texts.isEmpty()
                && texts.entrySet().stream()
                        .allMatch(text -> text.getKey().matches("[a-z]{2,3}")
                                && text.getValue() != null
                                && !text.getValue().isBlank()
                                && text.getValue().length() <= LONGEST);
        if (!good) {
            throw invalid("texts", "A policy has a text of at most 200000 characters in at least one language.");
        }
    }

    private static PlatformException invalid(String field, String message) {
        return PlatformException.invalid("invalid_" + field, message).withField(field);
    }
}
