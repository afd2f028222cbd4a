package org.image2ai.moderation;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.image2ai.api.moderation.ContentCategory;

/** Numbers of categories, as they stand in {@code etc/}: {@code sexual=0.8, hate=0.7}. */
record Levels(Map<ContentCategory, Double> of) {
    /** @throws IllegalArgumentException naming the part that is wrong, which fails the component */
    static Levels parse(String key, String list) {
        Map<ContentCategory, Double> levels = new EnumMap<>(ContentCategory.class);
        for (String part : list.split(",")) {
            if (!part.isBlank()) {
                String[] sides = part.split("=", 2);
                ContentCategory category = ContentCategory.ofWireName(sides[0].strip())
                        .orElseThrow(() -> new IllegalArgumentException(key + " has no category " + part.strip()));
                try {
                    levels.put(category, Double.parseDouble(sides[1].strip()));
                } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                    throw new IllegalArgumentException(key + " has no number in " + part.strip(), e);
                }
            }
        }
        return new Levels(levels);
    }

    OptionalDouble get(ContentCategory category) {
        Double level = of.get(category);
        return level == null ? OptionalDouble.empty() : OptionalDouble.of(level);
    }

    /** Whether a score reaches the level of a category; never where it has none. */
    boolean reached(ContentCategory category, double score) {
        Double level = of.get(category);
        return level != null && score >= level;
    }
}
