package org.image2ai.kit.vendor;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.image2ai.api.PlatformException;

/** Reads the keys of a configuration and says which key is wrong. A secret is read without its value being said. */
final class SettingsReader {
    private final String pid;
    private final Map<String, String> values = new HashMap<>();

    SettingsReader(Map<String, ?> configuration, String otherwisePid) {
        configuration.forEach(
                (key, value) -> values.put(key, String.valueOf(value).strip()));
        pid = values.getOrDefault("service.pid", otherwisePid);
    }

    String pid() {
        return pid;
    }

    /** A value that is there and not blank. */
    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
    }

    Optional<Integer> integer(String key, int least, int most) {
        String wanted = "a whole number from " + least + " to " + most;
        return text(key)
                .map(value -> read(key, value, wanted, Integer::valueOf))
                .map(number -> {
                    require(number >= least && number <= most, key, wanted);
                    return number;
                });
    }

    Optional<BigDecimal> amount(String key) {
        return text(key).map(value -> amount(key, value));
    }

    private BigDecimal amount(String key, String value) {
        String wanted = "an amount of zero or more";
        BigDecimal amount = read(key, value, wanted, BigDecimal::new);
        require(amount.signum() >= 0, key, wanted);
        return amount;
    }

    boolean flag(String key, boolean otherwise) {
        return text(key)
                .map(value -> {
                    require(value.matches("true|false"), key, "true or false");
                    return Boolean.parseBoolean(value);
                })
                .orElse(otherwise);
    }

    List<String> list(String key) {
        return text(key).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** {@code name=amount, name}: names with an amount or none. */
    Map<String, Optional<BigDecimal>> priced(String key) {
        Map<String, Optional<BigDecimal>> priced = new LinkedHashMap<>();
        for (String entry : list(key)) {
            int equals = entry.lastIndexOf('=');
            String name = equals < 0 ? entry : entry.substring(0, equals).strip();
            require(!name.isEmpty(), key, "a list of names, each with =credits or without");
            Optional<BigDecimal> credits = equals < 0
                    ? Optional.empty()
                    : Optional.of(amount(key, entry.substring(equals + 1).strip()));
            require(priced.put(name, credits) == null, key, "a list that names " + name + " once");
        }
        return priced;
    }

    /** A secret; what is wrong with it is said without it. */
    Optional<String> secret(String key) {
        return text(key).map(value -> {
            if (!value.matches("[!-~]{1,4096}")) {
                throw wrong(key, "one word of printable ASCII characters", Optional.empty());
            }
            return value;
        });
    }

    URI address(String key, String value, boolean plainAllowed) {
        try {
            URI uri = new URI(value.replaceAll("/+$", ""));
            if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
                throw wrong(key, "an address without a user, a password or a query in it", Optional.empty());
            }
            require(uri.getHost() != null, key, "an address");
            boolean secure = "https".equals(uri.getScheme());
            require(
                    secure || plainAllowed && "http".equals(uri.getScheme()),
                    key,
                    "an https address, or an http one with egress.allowPrivate = true");
            return uri;
        } catch (URISyntaxException e) {
            throw wrong(key, "an address");
        }
    }

    private <T> T read(String key, String value, String wanted, Function<String, T> reader) {
        try {
            return reader.apply(value);
        } catch (NumberFormatException e) {
            throw wrong(key, wanted);
        }
    }

    void require(boolean fits, String key, String wanted) {
        if (!fits) {
            throw wrong(key, wanted);
        }
    }

    PlatformException wrong(String key, String wanted) {
        return wrong(key, wanted, text(key));
    }

    private PlatformException wrong(String key, String wanted, Optional<String> value) {
        String not = value.map(v -> ", not " + v).orElse("");
        return PlatformException.invalid("invalid_setting", pid + ": " + key + " must be " + wanted + not + ".")
                .withField(key);
    }
}
