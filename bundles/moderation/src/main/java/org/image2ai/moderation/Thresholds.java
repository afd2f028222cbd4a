package org.image2ai.moderation;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.moderation.Content.Kind;
import org.image2ai.api.moderation.ContentCategory;
import org.image2ai.api.moderation.Finding;
import org.image2ai.api.moderation.Strictness;
import org.image2ai.api.moderation.Verdict.Decision;

/** What follows from findings, as the operator set it; sexual content with minors is refused whatever is set. */
final class Thresholds {
    /** Nobody sets it higher. */
    private static final double MINORS = 0.5;

    private final Levels promptRefuse;
    private final Levels promptRefuseLow;
    private final Levels promptHold;
    private final Levels pictureRefuse;
    private final Levels pictureHold;

    Thresholds(ModerationConfig config) {
        promptRefuse = strict(Levels.parse("promptRefuse", config.promptRefuse()));
        Levels low = Levels.parse("promptRefuseLow", config.promptRefuseLow());
        promptRefuseLow = low.of().isEmpty() ? promptRefuse : strict(low);
        promptHold = Levels.parse("promptHold", config.promptHold());
        pictureRefuse = strict(Levels.parse("pictureRefuse", config.pictureRefuse()));
        pictureHold = Levels.parse("pictureHold", config.pictureHold());
    }

    private static Levels strict(Levels levels) {
        Map<ContentCategory, Double> stricter = new EnumMap<>(ContentCategory.class);
        stricter.putAll(levels.of());
        stricter.merge(ContentCategory.SEXUAL_MINORS, MINORS, Math::min);
        return new Levels(stricter);
    }

    /** The finding that decides, and what it decides. */
    record Judgement(Decision decision, Finding finding) {
        /** The worst is what refuses before what holds, then what concerns minors, then what is surest. */
        private static final Comparator<Judgement> WORST = Comparator.comparing(Judgement::decision)
                .thenComparing(judgement -> judgement.finding().category() == ContentCategory.SEXUAL_MINORS)
                .thenComparing(judgement -> judgement.finding().score());
    }

    /** The worst of the findings; empty when the content passes. */
    Optional<Judgement> judge(Kind kind, Strictness strictness, List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Judgement(decide(kind, strictness, finding), finding))
                .filter(judgement -> judgement.decision() != Decision.ALLOW)
                .max(Judgement.WORST);
    }

    private Decision decide(Kind kind, Strictness strictness, Finding finding) {
        Levels refuse =
                kind == Kind.PICTURE ? pictureRefuse : strictness == Strictness.LOW ? promptRefuseLow : promptRefuse;
        Levels hold = kind == Kind.PICTURE ? pictureHold : promptHold;
        if (refuse.reached(finding.category(), finding.score())) {
            return Decision.REFUSE;
        }
        return hold.reached(finding.category(), finding.score()) ? Decision.HOLD : Decision.ALLOW;
    }
}
