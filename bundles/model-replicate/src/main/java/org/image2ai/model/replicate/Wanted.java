package org.image2ai.model.replicate;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.image2ai.api.model.Operation;

/**
 * A model that an operator asked for, beyond those that are known here: {@code owner/name:version@operation=credits}.
 *
 * @param path {@code owner/name}
 * @param version which of its versions; empty for an official model, or the latest
 * @param operation what it does, where its own description does not tell
 * @param credits for each picture
 */
record Wanted(String path, Optional<String> version, Optional<Operation> operation, BigDecimal credits) {
    /** How an entry is written, for messages. */
    static final String FORM = "owner/name=credits (or owner/name:version@operation=credits)";

    private static final Pattern ENTRY =
            Pattern.compile("([a-z0-9][a-z0-9._-]*/[a-z0-9][a-z0-9._-]{0,63})(?::([0-9a-f]{64}))?(?:@([a-z-]+))?");

    /** Reads an entry; empty when it is none. */
    static Optional<Wanted> of(String entry, BigDecimal credits) {
        Matcher parts = ENTRY.matcher(entry);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<Operation> operation = Optional.ofNullable(parts.group(3)).flatMap(Operation::ofWireName);
        boolean understood = parts.group(3) == null || operation.isPresent();
        return Optional.of(new Wanted(parts.group(1), Optional.ofNullable(parts.group(2)), operation, credits))
                .filter(wanted -> understood);
    }

    /** Its name here. */
    String name() {
        return path.substring(path.indexOf('/') + 1);
    }
}
