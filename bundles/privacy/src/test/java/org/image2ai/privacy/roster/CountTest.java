package org.image2ai.privacy.roster;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.tck.Calls;
import org.junit.Test;

public class CountTest {
    @Test
    public void countsEveryPage() {
        assertEquals(5, Count.count(new FakeParticipant(5), Calls.ALICE, "h"));
        assertEquals(0, Count.count(new FakeParticipant(0), Calls.ALICE, "h"));
    }

    @Test
    public void refusesPagesThatGoRoundInACircle() {
        FakeParticipant circle = new FakeParticipant(5) {
            @Override
            public Page<HeldItem> locate(AccountId subject, String holding, PageRequest page) {
                return new Page<>(List.of(), Optional.of("0"));
            }
        };
        assertThrows(IllegalStateException.class, () -> Count.count(circle, Calls.ALICE, "h"));
    }
}
