package org.image2ai.plugins;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Dictionary;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A configuration as people may see it: without its secrets, and without what the machinery adds. */
final class Masks {
    static final String MASK = "********";
    private static final Pattern SECRET_NAME = Pattern.compile("key|secret|password|token|credential");
    private static final Pattern SECRET_VALUE = Pattern.compile("\\$\\[(env|secret):|://[^/@\\s]*:[^/@\\s]*@");
    private static final Pattern MACHINERY = Pattern.compile("service\\..*|felix\\.fileinstall\\..*|org\\.apache\\..*");

    private Masks() {}

    /** @param raw the properties as they were written, before anything in them was resolved */
    static Map<String, String> of(Dictionary<String, Object> raw) {
        Map<String, String> shown = new TreeMap<>();
        for (String name : java.util.Collections.list(raw.keys())) {
            if (!MACHINERY.matcher(name).matches()) {
                shown.put(name, shown(name, text(raw.get(name))));
            }
        }
        return shown;
    }

    /** An empty value is no secret, and worth seeing. */
    private static String shown(String name, String value) {
        boolean secret = SECRET_NAME.matcher(name.toLowerCase(Locale.ROOT)).find()
                || SECRET_VALUE.matcher(value).find();
        return secret && !value.isEmpty() ? MASK : value;
    }

    private static String text(Object value) {
        if (value instanceof Collection<?> many) {
            return String.join(", ", many.stream().map(String::valueOf).toList());
        }
        if (value.getClass().isArray()) {
            List<String> all = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                all.add(String.valueOf(Array.get(value, i)));
            }
            return String.join(", ", all);
        }
        return value.toString();
    }
}
