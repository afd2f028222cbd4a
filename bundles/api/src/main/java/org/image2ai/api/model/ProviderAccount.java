package org.image2ai.api.model;

import java.math.BigDecimal;
import java.util.Hashtable;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One account at a vendor as the operator configured it: what the platform needs to know of it without asking the
 * provider. A vendor's bundle registers one {@link ImageModelProvider} for each, with {@link #toProperties()}. Nothing
 * secret is in it: service properties can be read by everybody in the process.
 *
 * @param id first part of its model names: {@code openai}; several accounts may share it, and work goes to any of them
 * @param pid the PID of its configuration: {@code org.image2ai.model.openai~main}; empty for a provider without one
 * @param vendor who provides the models, for people and the processors' register
 * @param local whether pictures and prompts stay on this machine
 * @param maxConcurrent renderings at once; empty for the platform's usual number
 * @param timeoutSeconds how long one rendering may take; empty for the platform's usual time
 * @param dailyBudget the most it may cost in a day (UTC), in the currency of its prices; empty for no limit
 * @param priority of two accounts that are equal otherwise the higher one is taken
 * @param host the server, where the operator named one; empty where it is the vendor's usual one
 */
public record ProviderAccount(
        String id,
        String pid,
        String vendor,
        boolean local,
        Optional<Integer> maxConcurrent,
        Optional<Integer> timeoutSeconds,
        Optional<BigDecimal> dailyBudget,
        int priority,
        String host) {
    private static final String PREFIX = ProviderInfo.PREFIX_;

    public ProviderAccount {
        if (!Objects.requireNonNull(id, "id").matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException("id " + id + " is not lower-case letters, digits, . _ -");
        }
        Objects.requireNonNull(pid, "pid");
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(maxConcurrent, "maxConcurrent");
        Objects.requireNonNull(timeoutSeconds, "timeoutSeconds");
        Objects.requireNonNull(dailyBudget, "dailyBudget");
        Objects.requireNonNull(host, "host");
    }

    /** The properties of its service. */
    public Hashtable<String, Object> toProperties() {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(PREFIX + "id", id);
        properties.put(PREFIX + "pid", pid);
        properties.put(PREFIX + "vendor", vendor);
        properties.put(PREFIX + "local", local);
        properties.put(PREFIX + "priority", priority);
        properties.put(PREFIX + "host", host);
        maxConcurrent.ifPresent(most -> properties.put(PREFIX + "maxConcurrent", most));
        timeoutSeconds.ifPresent(most -> properties.put(PREFIX + "timeoutSeconds", most));
        dailyBudget.ifPresent(most -> properties.put(PREFIX + "dailyBudget", most.toPlainString()));
        return properties;
    }

    /** The account that the properties of a service tell of; what they leave out is as usual. */
    public static ProviderAccount of(Map<String, ?> properties, String otherwiseId) {
        return new ProviderAccount(
                text(properties, "id").orElse(otherwiseId),
                text(properties, "pid").orElse(""),
                text(properties, "vendor").orElse("unknown"),
                text(properties, "local").map(Boolean::parseBoolean).orElse(false),
                text(properties, "maxConcurrent").map(Integer::valueOf),
                text(properties, "timeoutSeconds").map(Integer::valueOf),
                text(properties, "dailyBudget").map(BigDecimal::new),
                text(properties, "priority").map(Integer::valueOf).orElse(0),
                text(properties, "host").orElse(""));
    }

    private static Optional<String> text(Map<String, ?> properties, String name) {
        return Optional.ofNullable(properties.get(PREFIX + name)).map(Object::toString);
    }
}
