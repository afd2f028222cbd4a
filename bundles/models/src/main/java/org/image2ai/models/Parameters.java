package org.image2ai.models;

import static org.image2ai.models.Validator.refuse;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.CatalogueEntry;
import org.image2ai.api.model.ParameterSpec;
import org.image2ai.api.model.RouteRequest;
import org.image2ai.api.model.SizeLimits;

/** Holds the parameters of a request against those that a model declares. */
final class Parameters {
    private static final String WIDTH = "width";
    private static final String HEIGHT = "height";

    private final CatalogueEntry entry;
    private final RouteRequest request;

    Parameters(CatalogueEntry entry, RouteRequest request) {
        this.entry = entry;
        this.request = request;
    }

    Fitted fit() {
        Map<String, Object> typed = new HashMap<>();
        request.parameters().forEach((name, given) -> {
            if (!name.equals(WIDTH) && !name.equals(HEIGHT)) {
                typed.put(name, typed(spec(name), given));
            }
        });
        return new Fitted(entry, request, size(), typed);
    }

    private Optional<SizeLimits.Size> size() {
        SizeLimits limits = entry.model().size();
        if (limits.follows()) {
            for (String side : new String[] {WIDTH, HEIGHT}) {
                if (request.parameters().containsKey(side)) {
                    throw unknown(side);
                }
            }
            return Optional.empty();
        }
        long width = side(WIDTH, limits.preferred().width());
        long height = side(HEIGHT, limits.preferred().height());
        if (width > Integer.MAX_VALUE
                || height > Integer.MAX_VALUE
                || !limits.allows(new SizeLimits.Size((int) width, (int) height))) {
            throw refuse("invalid_parameter", "parameters." + offending(limits, width), sizes(limits, width, height));
        }
        return Optional.of(new SizeLimits.Size((int) width, (int) height));
    }

    private static String offending(SizeLimits limits, long width) {
        boolean widthIsGood = limits.fixed().isEmpty()
                && width >= limits.min()
                && width <= limits.max()
                && width % limits.step() == 0;
        return widthIsGood ? HEIGHT : WIDTH;
    }

    private String sizes(SizeLimits limits, long width, long height) {
        String possible = limits.fixed().isEmpty()
                ? "sides of " + limits.min() + " to " + limits.max() + " in steps of " + limits.step()
                : limits.fixed().toString();
        return "The size is " + width + "x" + height + "; " + entry.fullName() + " makes " + possible + ".";
    }

    private long side(String name, int preferred) {
        Object given = request.parameters().get(name);
        if (given == null) {
            return preferred;
        }
        if (!(given instanceof Long side) || side < 1) {
            throw wrong(name, given, "a whole number above 0");
        }
        return side;
    }

    private ParameterSpec spec(String name) {
        return entry.model().parameters().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private Object typed(ParameterSpec spec, Object given) {
        return switch (spec.kind()) {
            case INTEGER -> {
                if (!(given instanceof Long)) {
                    throw wrong(spec.name(), given, "a whole number");
                }
                inRange(spec, (Long) given);
                yield given;
            }
            case NUMBER -> {
                if (!(given instanceof Number number)) {
                    throw wrong(spec.name(), given, "a number");
                }
                inRange(spec, number.doubleValue());
                yield number.doubleValue();
            }
            case FLAG -> {
                if (!(given instanceof Boolean)) {
                    throw wrong(spec.name(), given, "true or false");
                }
                yield given;
            }
            case TEXT -> {
                if (!(given instanceof String text)) {
                    throw wrong(spec.name(), "", "text");
                }
                inRange(spec, text.length());
                yield text;
            }
            case CHOICE -> {
                if (!(given instanceof String choice) || !spec.choices().contains(choice)) {
                    throw wrong(spec.name(), given, "one of " + spec.choices());
                }
                yield choice;
            }
        };
    }

    private static void inRange(ParameterSpec spec, double size) {
        if (Double.isNaN(size)
                || spec.min().map(min -> size < min).orElse(false)
                || spec.max().map(max -> size > max).orElse(false)) {
            throw wrong(spec.name(), plain(size), range(spec));
        }
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

    private static PlatformException wrong(String name, Object given, String wanted) {
        return refuse(
                "invalid_parameter",
                "parameters." + name,
                name + " is " + cut(given.toString()) + "; it must be " + wanted + ".");
    }

    private static String cut(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private PlatformException unknown(String name) {
        return refuse(
                "unknown_parameter",
                "parameters." + cut(name),
                entry.fullName() + " has no parameter " + cut(name) + ".");
    }
}
