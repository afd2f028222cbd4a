package org.image2ai.model.embedded.illustrator.words;

import java.util.OptionalInt;

/**
 * One noun phrase of a prompt.
 *
 * @param thing what it is
 * @param words the words it was read from
 * @param count how many, 1 to 12
 * @param surface its colour and material
 * @param scale 1, or what "tiny" or "giant" makes of it
 * @param relation how it stands to another subject
 * @param anchor the number of that subject; −1 when there is none
 * @param aloft whether the words put it in the air
 */
public record Subject(
        Thing thing,
        String words,
        int count,
        Surface surface,
        double scale,
        Relation relation,
        int anchor,
        boolean aloft) {
    /** The colour asked for, as 0xRRGGBB. */
    public OptionalInt colour() {
        return surface.colour();
    }

    /** Whether both stand in the same way to the same thing: a cat and a dog on one sofa. */
    public boolean sharesPlaceWith(Subject other) {
        return anchor == other.anchor && relation == other.relation;
    }

    Subject over() {
        return new Subject(thing, words, count, surface, scale, relation, anchor, true);
    }

    /** The same said of another thing, or of the same one in more words. */
    Subject named(Thing other, String moreWords) {
        return new Subject(other, words + " " + moreWords, count, surface, scale, relation, anchor, aloft);
    }

    Subject looking(Surface other) {
        return new Subject(thing, words, count, other, scale, relation, anchor, aloft);
    }

    /** The same drawn as another thing. */
    Subject shownAs(Thing other) {
        return new Subject(other, words, count, surface, scale, relation, anchor, aloft);
    }

    Subject times(int number) {
        return new Subject(thing, words, number, surface, scale, relation, anchor, aloft);
    }

    Subject relatedTo(Relation newRelation, int newAnchor) {
        return new Subject(thing, words, count, surface, scale, newRelation, newAnchor, aloft);
    }
}
