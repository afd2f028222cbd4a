package org.image2ai.model.embedded.editor.step;

import java.util.LinkedHashMap;
import java.util.Map;

/** Writes what a step is into the receipt; values that change nothing are left out. */
final class Facts {
    private Facts() {}

    /** A step without values. */
    static Map<String, Object> of(String step) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("step", step);
        return facts;
    }

    /** A step with one value. */
    static Map<String, Object> of(String step, String name, Object value) {
        Map<String, Object> facts = of(step);
        facts.put(name, value);
        return facts;
    }

    static void addUnlessZero(Map<String, Object> facts, String name, double value) {
        if (value != 0) {
            facts.put(name, value == Math.rint(value) ? (Object) (long) value : value);
        }
    }
}
