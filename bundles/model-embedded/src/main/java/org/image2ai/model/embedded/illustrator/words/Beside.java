package org.image2ai.model.embedded.illustrator.words;

import java.util.Set;
import java.util.regex.Pattern;

/** What "with" says of two things: held, put into, worn as well, or only beside. */
final class Beside {
    private static final double LARGEST_IN_HAND = 1.2;
    private static final Set<String> VASES = Set.of("amphora", "basket", "bucket", "jar", "glass-of-milk");

    private static final Pattern HEADWEAR = Pattern.compile("(^|-)(hat|cap|crown|glasses|sunglasses|scarf)$");

    private Beside() {}

    /** "With a balloon" is held; flowers are in their vase; "a hat and glasses" are both worn. */
    static Subject of(Subject subject, Subject before, int anchor) {
        if (before.thing().kind() == Kind.PERSON && onHead(subject.thing())) {
            return subject.relatedTo(Relation.WEARING, anchor);
        }
        if (held(subject, before)) {
            return subject.relatedTo(Relation.HOLDING, anchor);
        }
        if (subject.thing().kind() == Kind.PLANT
                && VASES.contains(before.thing().icon())) {
            return subject.relatedTo(Relation.IN, anchor);
        }
        boolean also = before.relation() == Relation.WEARING && subject.thing().kind() == Kind.THING;
        return also ? subject.relatedTo(Relation.WEARING, before.anchor()) : subject.relatedTo(Relation.BESIDE, anchor);
    }

    private static boolean onHead(Thing thing) {
        return HEADWEAR.matcher(thing.icon()).find();
    }

    /** "A girl with a balloon" holds it. */
    private static boolean held(Subject subject, Subject before) {
        Kind holder = before.thing().kind();
        boolean hands = holder == Kind.PERSON || holder == Kind.WALKER;
        Kind kind = subject.thing().kind();
        boolean handy = kind == Kind.THING && subject.thing().height() <= LARGEST_IN_HAND && holder == Kind.PERSON;
        return (kind == Kind.FLOATER || handy) && hands && before.count() == 1;
    }
}
