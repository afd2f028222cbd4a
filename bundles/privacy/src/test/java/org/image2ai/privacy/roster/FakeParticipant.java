package org.image2ai.privacy.roster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.privacy.PersonalDataParticipant;

/** A participant that holds some items in pages of two. */
class FakeParticipant implements PersonalDataParticipant {
    private final int items;

    FakeParticipant(int items) {
        this.items = items;
    }

    @Override
    public Page<HeldItem> locate(AccountId subject, String holding, PageRequest page) {
        int from = page.cursor().map(Integer::parseInt).orElse(0);
        int to = Math.min(items, from + 2);
        List<HeldItem> found = IntStream.range(from, to)
                .mapToObj(i -> new HeldItem(holding, "k" + i, Instant.EPOCH))
                .toList();
        return new Page<>(found, to < items ? Optional.of(String.valueOf(to)) : Optional.empty());
    }

    @Override
    public void export(AccountId subject, HeldItem item, ExportSink sink) {}

    @Override
    public Outcome plan(AccountId subject, HeldItem item) {
        return Outcome.erased();
    }

    @Override
    public Outcome erase(AccountId subject, HeldItem item) {
        return Outcome.erased();
    }

    @Override
    public int rectify(AccountId subject, String attribute, String value) {
        return 0;
    }

    @Override
    public int sweep(String holding, Instant now, boolean dryRun, int limit) {
        return 0;
    }
}
