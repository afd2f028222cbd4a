package org.image2ai.model.embedded.illustrator.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Ties the thing that was read last to the one before it. */
final class Ties {
    private static final Set<Relation> COMPANY =
            Set.of(Relation.NONE, Relation.HOLDING, Relation.WEARING, Relation.BESIDE);

    private Ties() {}

    /** "A over B", "A on B", "A riding B" say something about A, which was read first. */
    static void relate(List<Subject> subjects, int number, Relation relation) {
        int anchor = number - 1;
        Subject before = subjects.get(anchor);
        Subject subject = subjects.get(number);
        switch (relation) {
            case OVER -> subjects.set(anchor, before.over());
            case ON, IN, RIDING, UNDER, BEHIND, FRONT, LEFT, RIGHT, LARGER, SMALLER, EQUAL -> {
                for (int who : those(subjects, anchor)) {
                    subjects.set(who, subjects.get(who).relatedTo(relation, number));
                }
            }
            case HOLDING -> {
                boolean flown = subject.thing().kind() == Kind.AIRCRAFT;
                subjects.set(
                        flown ? anchor : number,
                        flown ? before.relatedTo(Relation.RIDING, number) : subject.relatedTo(relation, anchor));
            }
            case WEARING -> subjects.set(number, subject.relatedTo(relation, anchor));
            case BESIDE -> subjects.set(number, Beside.of(subject, before, anchor));
            default -> subjects.set(number, subject.relatedTo(relation, anchor));
        }
    }

    /**
     * Whom a place is said of: in "a cat and a dog on a sofa" both, in "a mouse eating cheese under a table" the mouse,
     * in "a dog on a sofa and a cat under a table" the cat, for the sofa is a place itself.
     */
    private static List<Integer> those(List<Subject> subjects, int number) {
        Subject subject = subjects.get(number);
        return switch (subject.relation()) {
            case NONE -> List.of(number);
            case HOLDING, WEARING -> those(subjects, subject.anchor());
            case BESIDE -> {
                boolean place = subjects.stream()
                        .anyMatch(s -> s.anchor() == subject.anchor() && !COMPANY.contains(s.relation()));
                List<Integer> all = new ArrayList<>(place ? List.of() : those(subjects, subject.anchor()));
                all.add(number);
                yield all;
            }
            default -> List.of();
        };
    }
}
