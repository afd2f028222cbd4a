package org.image2ai.privacy.choice;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.image2ai.api.PlatformException;
import org.image2ai.api.Purpose;

/**
 * What somebody objects to.
 *
 * @param purposes those that can be objected to
 * @param recipients vendors, providers or legal names in the register; kept in lower case
 * @param thirdParties everybody but this machine
 * @param regions as models name them; kept in upper case
 */
public record Scope(Set<Purpose> purposes, Set<String> recipients, boolean thirdParties, Set<String> regions) {
    /** What the service can do without: the rest is the contract, the law, or the safety of others. */
    static final Set<Purpose> OPTIONAL =
            Set.copyOf(EnumSet.of(Purpose.IMPROVEMENT, Purpose.ANALYTICS, Purpose.SUPPORT));

    private static final int MOST = 100;
    private static final int LONGEST = 120;
    private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} .,&'()/_:-]*";
    private static final String REGION = "[A-Za-z0-9][A-Za-z0-9-]{0,15}";

    /** @throws PlatformException INVALID {@code purpose_required}, {@code invalid_recipient}, {@code invalid_region} */
    public Scope {
        purposes = Set.copyOf(purposes);
        purposes.forEach(Scope::requireOptional);
        recipients = checked(recipients, NAME, "recipient").stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        regions = checked(regions, REGION, "region").stream()
                .map(region -> region.toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Refuses a purpose without which there is no service. */
    static void requireOptional(Purpose purpose) {
        if (!OPTIONAL.contains(purpose)) {
            throw PlatformException.invalid(
                            "purpose_required",
                            purpose
                                    + " serves the contract, the law or the safety of others: it asks no consent and takes"
                                    + " no objection. Restrict the processing, or delete the account.")
                    .withField("purposes");
        }
    }

    private static Set<String> checked(Collection<String> names, String shape, String what) {
        Set<String> stripped = names.stream().map(String::strip).collect(Collectors.toSet());
        boolean good = stripped.size() <= MOST
                && stripped.stream().allMatch(name -> name.length() <= LONGEST && name.matches(shape));
        if (!good) {
            throw PlatformException.invalid(
                            "invalid_" + what, "There are at most " + MOST + " names of a " + what + ".")
                    .withField(what + "s");
        }
        return stripped;
    }

    /** The purpose of a word, in any case of letters. @throws PlatformException INVALID {@code unknown_purpose} */
    static Purpose purpose(String word) {
        try {
            return Purpose.valueOf(word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw PlatformException.invalid("unknown_purpose", "There is no such purpose; see the policy.")
                    .withField("purpose")
                    .causedBy(e);
        }
    }
}
