package org.image2ai.privacy.export;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.privacy.Disclosures;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.privacy.PersonalDataParticipant;

/** Holds what it is told to, in pages of three, of one person. */
final class FakeParticipant implements PersonalDataParticipant {
    private static final int PAGE = 3;
    private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");

    private final String bundle;
    private final AccountId owner;
    private final Map<String, List<Held>> holdings = new LinkedHashMap<>();

    private Disclosures told = Disclosures.UNRECORDED;

    /** How an item comes out. */
    interface Held {
        void export(ExportSink sink);
    }

    FakeParticipant(String bundle, AccountId owner) {
        this.bundle = bundle;
        this.owner = owner;
    }

    String bundle() {
        return bundle;
    }

    Set<String> holdings() {
        return holdings.keySet();
    }

    FakeParticipant holds(String holding, Held... items) {
        holdings.computeIfAbsent(holding, name -> new ArrayList<>()).addAll(List.of(items));
        return this;
    }

    /** What it says of whom it gave something. */
    FakeParticipant tells(Disclosures disclosures) {
        told = disclosures;
        return this;
    }

    @Override
    public Disclosures disclosures(AccountId subject) {
        return told;
    }

    /** So many pictures of so many bytes, with a prompt each. */
    FakeParticipant holdsPictures(String holding, int count, int bytes) {
        for (int i = 0; i < count; i++) {
            int number = i;
            holds(holding, sink -> {
                sink.data(Map.of("prompt", "a fox <" + number + "> & more", "seed", number));
                sink.file("picture-" + number + ".png", "image/png", picture(number, bytes));
            });
        }
        return this;
    }

    static InputStream picture(int seed, int bytes) {
        return new ByteArrayInputStream(content(seed, bytes));
    }

    static byte[] content(int seed, int bytes) {
        byte[] content = new byte[bytes];
        new Random(seed).nextBytes(content);
        return content;
    }

    @Override
    public Page<HeldItem> locate(AccountId subject, String holding, PageRequest page) {
        int from = page.cursor().map(Integer::parseInt).orElse(0);
        int size = subject.equals(owner) ? holdings.get(holding).size() : 0;
        int to = Math.min(size, from + PAGE);
        List<HeldItem> items = new ArrayList<>();
        for (int i = from; i < to; i++) {
            items.add(new HeldItem(holding, String.valueOf(i), SINCE.plusSeconds(i)));
        }
        return new Page<>(items, to < size ? Optional.of(String.valueOf(to)) : Optional.empty());
    }

    @Override
    public void export(AccountId subject, HeldItem item, ExportSink sink) {
        holdings.get(item.holding()).get(Integer.parseInt(item.key())).export(sink);
    }

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
