package org.image2ai.privacy.export;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.AccountId;

/**
 * A copy as its row says.
 *
 * @param plan the holdings to copy, fixed at the beginning
 * @param progress what is done
 * @param bytes length of the ZIP, once it is ready
 * @param attempts how often it failed since it last went on
 * @param gapNames the first of what is missing, once it is ready
 * @param reason why it could not be made
 */
record Export(
        String id,
        String request,
        AccountId subject,
        ExportView.State state,
        Instant created,
        Optional<Instant> expires,
        List<Step> plan,
        Progress progress,
        long bytes,
        int attempts,
        List<String> gapNames,
        String reason) {
    /**
     * How far a copy is; all before it is durable.
     *
     * @param step the step that is being copied
     * @param cursor where its next page begins; empty for the first
     * @param inStep items of that step so far
     * @param items items so far
     * @param gaps gaps so far
     * @param parts parts so far, which is the number of the next
     * @param missing bundles that could not be asked
     */
    record Progress(
            int step, Optional<String> cursor, long inStep, long items, long gaps, int parts, List<String> missing) {
        static final Progress NONE = new Progress(0, Optional.empty(), 0, 0, 0, 0, List.of());

        Progress {
            missing = List.copyOf(missing);
        }
    }

    /** Whether every step was copied. */
    boolean isCopied() {
        return progress.step() == plan.size();
    }

    ExportView toView() {
        return new ExportView(
                id,
                request,
                subject,
                state,
                created,
                expires,
                bytes,
                progress.items(),
                progress.gaps(),
                progress.missing());
    }
}
