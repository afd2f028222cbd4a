package org.image2ai.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.CatalogueEntry;
import org.image2ai.api.model.ParameterOutcome;
import org.image2ai.api.model.ParameterOutcome.Fate;
import org.image2ai.api.model.ParameterSpec;

/**
 * Holds the parameters of a request against those that a model declares. Where the caller wants the best that can be had,
 * what a model lacks is left out and what is out of range is moved into it, and each such change is noted.
 */
final class Parameters {
    private final CatalogueEntry entry;
    private final Wish wish;
    private final boolean bestEffort;
    private final List<ParameterOutcome> outcomes = new ArrayList<>(0);

    /** What the model takes, where that differs from what was given: it seldom does, and hundreds are asked. */
    private Map<String, Object> changed;

    Parameters(CatalogueEntry entry, Wish wish) {
        this.entry = entry;
        this.wish = wish;
        this.bestEffort = wish.bestEffort();
    }

    Fitted fit() {
        List<Map.Entry<String, Object>> parameters = wish.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            fit(parameters.get(i).getKey(), parameters.get(i).getValue());
        }
        Map<String, Object> typed = changed == null ? wish.asGiven() : changed;
        return new Fitted(entry, wish.request(), new Sizes(entry, wish, outcomes).fit(), typed, outcomes);
    }

    /** Whether a strict caller is refused for the commonest reasons: no such parameter, or no such choice. */
    static boolean lacks(CatalogueEntry entry, Wish wish) {
        if (wish.bestEffort()) {
            return false;
        }
        List<Map.Entry<String, Object>> parameters = wish.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            ParameterSpec spec = spec(entry, parameters.get(i).getKey());
            if (spec == null
                    || spec.kind() == ParameterSpec.Kind.CHOICE
                            && !spec.choices().contains(parameters.get(i).getValue())) {
                return true;
            }
        }
        return false;
    }

    private void fit(String name, Object given) {
        Object value = null;
        ParameterSpec spec = spec(entry, name);
        if (spec != null) {
            value = typed(spec, given);
        } else if (bestEffort) {
            outcomes.add(new ParameterOutcome(name, Fate.DROPPED, entry.fullName() + " has no such parameter."));
        } else {
            throw unknown(entry, name);
        }
        if (value != given) {
            changed = changed == null ? new HashMap<>(wish.asGiven()) : changed;
            if (value == null) {
                changed.remove(name);
            } else {
                changed.put(name, value);
            }
        }
    }

    /** What is declared of a parameter; {@code null} when nothing is. */
    private static ParameterSpec spec(CatalogueEntry entry, String name) {
        List<ParameterSpec> specs = entry.model().parameters();
        for (int i = 0; i < specs.size(); i++) {
            if (specs.get(i).name().equals(name)) {
                return specs.get(i);
            }
        }
        return null;
    }

    /** The value as declared; {@code null} when it is left out. */
    private Object typed(ParameterSpec spec, Object given) {
        return switch (spec.kind()) {
            case INTEGER -> {
                if (!(given instanceof Long whole)) {
                    throw wrong(spec.name(), given, "a whole number");
                }
                yield isWithin(spec, whole) ? given : (Object) Math.round(moved(spec, whole));
            }
            case NUMBER -> {
                if (!(given instanceof Number number)) {
                    throw wrong(spec.name(), given, "a number");
                }
                double value = number.doubleValue();
                if (!isWithin(spec, value)) {
                    yield moved(spec, value);
                }
                yield given instanceof Double ? given : (Object) value;
            }
            case FLAG -> {
                if (!(given instanceof Boolean)) {
                    throw wrong(spec.name(), given, "true or false");
                }
                yield given;
            }
            case TEXT -> text(spec, given);
            case CHOICE -> choice(spec, given);
        };
    }

    private Object text(ParameterSpec spec, Object given) {
        if (!(given instanceof String text)) {
            throw wrong(spec.name(), "", "text");
        }
        if (isWithin(spec, text.length())) {
            return text;
        }
        if (!bestEffort) {
            throw wrong(spec.name(), plain(text.length()), range(spec));
        }
        return dropped(spec, "it must be " + range(spec));
    }

    private Object choice(ParameterSpec spec, Object given) {
        if (given instanceof String choice && spec.choices().contains(choice)) {
            return choice;
        }
        if (!bestEffort || !(given instanceof String)) {
            throw wrong(spec.name(), given, "one of " + spec.choices());
        }
        return dropped(spec, "it must be one of " + spec.choices());
    }

    private Object dropped(ParameterSpec spec, String why) {
        outcomes.add(new ParameterOutcome(spec.name(), Fate.DROPPED, why));
        return null;
    }

    /** A number that is out of range, moved to its nearest end. */
    private double moved(ParameterSpec spec, double number) {
        if (!bestEffort || Double.isNaN(number)) {
            throw wrong(spec.name(), plain(number), range(spec));
        }
        double least = Math.max(number, spec.min().orElse(number));
        double moved = Math.min(least, spec.max().orElse(least));
        outcomes.add(new ParameterOutcome(spec.name(), Fate.CHANGED, plain(moved) + " was taken"));
        return moved;
    }

    private static boolean isWithin(ParameterSpec spec, double size) {
        return !Double.isNaN(size)
                && (spec.min().isEmpty() || size >= spec.min().get())
                && (spec.max().isEmpty() || size <= spec.max().get());
    }

    private static String range(ParameterSpec spec) {
        String min = spec.min().map(Parameters::plain).orElse("0");
        String max = spec.max().map(Parameters::plain).orElse("any");
        String range = min.equals(max) ? min : min + " to " + max;
        return spec.kind() == ParameterSpec.Kind.TEXT ? "text of " + range + " characters" : range;
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e16
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    static PlatformException wrong(String name, Object given, String wanted) {
        return Validator.refuse(
                "invalid_parameter",
                "parameters." + name,
                name + " is " + cut(given.toString()) + "; it must be " + wanted + ".");
    }

    private static String cut(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    static PlatformException unknown(CatalogueEntry entry, String name) {
        return Validator.refuse(
                "unknown_parameter",
                "parameters." + cut(name),
                entry.fullName() + " has no parameter " + cut(name) + ".");
    }
}
