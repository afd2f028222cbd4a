package org.image2ai.model.replicate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.SizeLimits;

/**
 * One model at Replicate and how it is called.
 *
 * @param name the model's name here
 * @param path its name there: {@code owner/name}
 * @param version which of its versions; empty for an official model, which has none
 * @param operations what it does
 * @param inputs what it takes
 * @param size what it gives
 * @param fields the names of its inputs
 * @param settings by which it can be told more
 */
record ReplicateModel(
        String name,
        String path,
        Optional<String> version,
        Set<Operation> operations,
        InputLimits inputs,
        SizeLimits size,
        Fields fields,
        List<Setting> settings) {
    static final int LONGEST_PROMPT = 5_000;

    /**
     * How a model's inputs are named.
     *
     * @param sizing what tells the size
     * @param image the picture's; empty where it takes none
     * @param several whether that is a list
     * @param mask the mask's; empty where it takes none
     * @param mostOutputs the most pictures by {@code num_outputs}, 1 where it has no such input
     * @param hurries whether it has {@code go_fast}, with which a seed does not give the same picture
     */
    record Fields(
            Sizing sizing,
            Optional<String> image,
            boolean several,
            Optional<String> mask,
            int mostOutputs,
            boolean hurries) {
        /** Of words to pictures. */
        static Fields ofPrompt(Sizing sizing, int mostOutputs) {
            return new Fields(sizing, Optional.empty(), false, Optional.empty(), mostOutputs, false);
        }

        /** Of one picture to another. */
        static Fields ofImage(String image) {
            return new Fields(Sizing.NONE, Optional.of(image), false, Optional.empty(), 1, false);
        }

        Fields masked(String name) {
            return new Fields(sizing, image, several, Optional.of(name), mostOutputs, hurries);
        }

        Fields hurrying() {
            return new Fields(sizing, image, several, mask, mostOutputs, true);
        }
    }

    /** The same with these parameters. */
    ReplicateModel told(Setting... more) {
        return new ReplicateModel(name, path, version, operations, inputs, size, fields, List.of(more));
    }

    /** As it is offered. */
    ImageModel toModel(String title, List<Price> prices, String region) {
        return new ImageModel(
                name,
                title,
                operations,
                inputs,
                size,
                settings.stream().map(Setting::spec).toList(),
                fields.mostOutputs(),
                prices,
                region);
    }
}
