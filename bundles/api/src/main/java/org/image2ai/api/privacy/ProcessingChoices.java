package org.image2ai.api.privacy;

import java.util.Objects;
import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.Purpose;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What people decided about the use of their data. Every service that processes it for a purpose that people can refuse
 * asks before it does. Answers from memory, on any thread; while it throws, nothing that can be refused is done.
 */
@ProviderType
@FunctionalInterface
public interface ProcessingChoices {
    /** What an account decided; {@link Choices#NONE} where it decided nothing. */
    Choices of(AccountId account);

    /**
     * What one account decided.
     *
     * @param restricted its data may be kept, and nothing else done with it (GDPR article 18)
     * @param objections purposes that it objected to (article 21)
     * @param consents purposes that it consented to; nothing optional is done for another
     * @param recipients vendors or providers that it objected to, in lower case
     * @param thirdParties whether it objected to everybody but this machine
     * @param regions regions that it objected to
     */
    record Choices(
            boolean restricted,
            Set<Purpose> objections,
            Set<Purpose> consents,
            Set<String> recipients,
            boolean thirdParties,
            Set<String> regions) {
        /** No decision. */
        public static final Choices NONE = new Choices(false, Set.of(), Set.of(), Set.of(), false, Set.of());

        public Choices {
            objections = Set.copyOf(Objects.requireNonNull(objections, "objections"));
            consents = Set.copyOf(Objects.requireNonNull(consents, "consents"));
            recipients = Set.copyOf(Objects.requireNonNull(recipients, "recipients"));
            regions = Set.copyOf(Objects.requireNonNull(regions, "regions"));
        }
    }
}
