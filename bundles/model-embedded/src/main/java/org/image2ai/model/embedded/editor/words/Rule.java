package org.image2ai.model.embedded.editor.words;

import java.util.List;
import org.image2ai.model.embedded.editor.step.Step;

/** A way to read a clause. */
@FunctionalInterface
public interface Rule {
    /**
     * Reads a clause.
     *
     * @return what it says; empty when it says nothing that this rule knows
     * @throws Unclear when it is known what is wanted and why that cannot be done
     */
    List<Step> read(Clause clause);

    /** Why a clause that was recognised cannot be followed. */
    final class Unclear extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unclear(String reason) {
            super(reason, null, false, false);
        }
    }
}
