package org.image2ai.privacy.choice;

import org.image2ai.privacy.policy.TestPolicy;

/** Choices and visits over the tables and the clock of a test. */
public final class TestChoices {
    private TestChoices() {}

    /** The days on which accounts were used. */
    public static Activities activities(TestPolicy test) {
        ChoiceRows rows = new ChoiceRows(test.unit::migrate, test.unit, test.unit);
        return new Activities(test.unit, test.unit, new Choices(rows, test.policies, test.clock), test.clock);
    }
}
