package org.image2ai.privacy.roster;

import java.time.Instant;
import java.util.Optional;
import org.image2ai.api.privacy.PrivacyDeclaration;

/**
 * A bundle that is installed now.
 *
 * @param bundle its symbolic name
 * @param active whether it runs
 * @param started since when it was seen to run
 * @param ours whether it came with the distribution
 * @param refusal why it is not admitted
 * @param file the bytes of its declaration; empty where it has none, or none that can be read
 * @param declaration what they say
 * @param participates whether its participant is there
 */
record Installed(
        String bundle,
        boolean active,
        Instant started,
        boolean ours,
        Optional<String> refusal,
        byte[] file,
        Optional<PrivacyDeclaration> declaration,
        boolean participates) {}
