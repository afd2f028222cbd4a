package org.image2ai.model.embedded.illustrator.words;

import java.util.Map;

/** What has a drawing of its own for what it does. */
final class Poses {
    private static final Map<String, Thing> ASLEEP = Map.of(
            "cat", new Thing("cat~sleeping", Kind.WALKER, 0.3),
            "dog", new Thing("dog~sleeping", Kind.WALKER, 0.4));

    private Poses() {}

    /** The thing asleep; as it is where nobody drew it so. */
    static Thing asleep(Thing thing) {
        return ASLEEP.getOrDefault(thing.icon(), thing);
    }
}
