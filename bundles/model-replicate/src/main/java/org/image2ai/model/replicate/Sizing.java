package org.image2ai.model.replicate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.image2ai.api.model.SizeLimits.Size;

/** By which of its inputs a model is told the size of its result. */
enum Sizing {
    /** By none: it follows from the picture, or is the model's own. */
    NONE {
        @Override
        void put(ObjectNode input, Size size) {
            // there is nothing to be told
        }
    },
    /** By {@code aspect_ratio}. */
    RATIO {
        @Override
        void put(ObjectNode input, Size size) {
            AspectRatio.of(size).ifPresent(ratio -> input.put("aspect_ratio", ratio.word()));
        }
    },
    /** By {@code aspect_ratio} and {@code megapixels}. */
    RATIO_AND_MEGAPIXELS {
        @Override
        void put(ObjectNode input, Size size) {
            AspectRatio.of(size).ifPresent(ratio -> input.put("aspect_ratio", ratio.word())
                    .put("megapixels", ratio.megapixels(size)));
        }
    },
    /** By {@code width} and {@code height}. */
    SIDES {
        @Override
        void put(ObjectNode input, Size size) {
            input.put("width", size.width()).put("height", size.height());
        }
    },
    /** By {@code width} and {@code height}, which count with a ratio of {@code custom} only. */
    CUSTOM {
        @Override
        void put(ObjectNode input, Size size) {
            SIDES.put(input, size);
            input.put("aspect_ratio", "custom");
        }
    };

    abstract void put(ObjectNode input, Size size);
}
