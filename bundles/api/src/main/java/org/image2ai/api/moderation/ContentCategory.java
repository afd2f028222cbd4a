package org.image2ai.api.moderation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is wrong with content, or may be. */
public enum ContentCategory {
    /** Explicit sexual content. */
    SEXUAL("sexual content"),
    /** Sexual content with minors; no setting and no person lets it through. */
    SEXUAL_MINORS("sexual content with minors"),
    /** Revealing, not explicit. */
    SUGGESTIVE("suggestive content"),
    /** Cruelty, gore. */
    VIOLENCE("cruelty or gore"),
    /** Contempt for people for what they are. */
    HATE("hatred"),
    /** Harm done to oneself. */
    SELF_HARM("self-harm"),
    /** Help with what is forbidden: weapons, drugs, forged papers. */
    ILLEGAL("something illegal");

    private final String words;

    ContentCategory(String words) {
        this.words = words;
    }

    /** The name on the wire and in {@code etc/}: {@code sexual-minors}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name in a sentence. */
    public String words() {
        return words;
    }

    /** The category of a wire name. */
    public static Optional<ContentCategory> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(category -> category.wireName().equals(name))
                .findFirst();
    }
}
