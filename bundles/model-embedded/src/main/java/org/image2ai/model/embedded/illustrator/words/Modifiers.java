package org.image2ai.model.embedded.illustrator.words;

import java.util.OptionalInt;

/** The words that wait for their noun: "three", "blue", "of glass", "tiny", "on". */
final class Modifiers {
    private static final int MOST_OF_A_KIND = 12;
    static final int PLURAL_WITHOUT_NUMBER = 3;

    private int count;
    private double scale = 1;
    private Surface surface = Surface.OWN;
    private Relation relation = Relation.NONE;
    private boolean refused;

    void clear() {
        relation = Relation.NONE;
        refused = false;
        clearAdjectives();
    }

    private void clearAdjectives() {
        count = 0;
        scale = 1;
        surface = Surface.OWN;
    }

    void count(int n) {
        count = n;
    }

    void scale(double factor) {
        scale = factor;
    }

    void colour(int rgb) {
        surface = surface.coloured(OptionalInt.of(rgb));
    }

    void material(Material material) {
        // "A golden statue of" is of gold, though a statue alone is of stone.
        surface = surface.material() == Material.OWN ? surface.of(material) : surface;
    }

    void relation(Relation value) {
        relation = value;
        clearAdjectives();
    }

    boolean counted() {
        return count > 0;
    }

    Surface surface() {
        return surface;
    }

    void refuse() {
        refused = true;
    }

    boolean refused() {
        return refused;
    }

    Relation relation() {
        return relation;
    }

    /** The noun with its modifiers, related to nothing yet. */
    Subject of(Thing thing, String words, boolean plural) {
        boolean several = plural || count == 0 && Tokens.unchanging(words);
        int n = count > 0 && !(plural && count == 1) ? count : several ? PLURAL_WITHOUT_NUMBER : 1;
        return new Subject(thing, words, Math.min(n, MOST_OF_A_KIND), surface, scale, Relation.NONE, -1, false);
    }
}
