package org.image2ai.library.mark;

import java.util.List;
import org.image2ai.api.model.DigitalSourceType;

/**
 * What a file is to say of its picture. Nothing of it is about a person.
 *
 * @param source what the picture is
 * @param model the full name of the model that made it
 * @param document the picture's own name
 * @param ingredients the pictures that it was made from, the first being the one that was worked on
 */
public record Label(DigitalSourceType source, String model, String document, List<Ingredient> ingredients) {
    /**
     * A picture that went into another.
     *
     * @param document its own name, as its file says it
     * @param asset where it is kept
     */
    public record Ingredient(String document, String asset) {}

    public Label {
        ingredients = List.copyOf(ingredients);
    }
}
