package org.image2ai.privacy.export;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.privacy.PrivacyDeclaration.Holding;
import org.image2ai.privacy.roster.ActualRecipients.Actual;
import org.image2ai.privacy.roster.Member;
import org.image2ai.privacy.roster.Roster;

/**
 * A copy whose holdings are all there, as the pages and lists in it need it.
 *
 * @param export its row
 * @param parts its parts in order
 * @param blobs where they lie
 * @param roster who was asked
 * @param recipients who outside got something of the person
 */
record Copy(Export export, List<PartRow> parts, PartBlobs blobs, Roster roster, List<Actual> recipients) {
    /** Reads the items of a step. */
    void items(int step, Notes.Reader<Map<String, Object>> reader) throws IOException {
        for (PartRow part : parts) {
            if (part.step() == step && part.items() > 0) {
                blobs.read(PartBlobs.Kind.ITEMS, part.number(), Map.class, note -> reader.take(words(note)));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> words(Map<?, ?> note) {
        return (Map<String, Object>) note;
    }

    /** Takes an entry and where it begins in the ZIP. */
    interface EntryReader {
        void take(Entry entry, long offset) throws IOException;
    }

    /** Reads what files there are, in order. */
    void entries(EntryReader reader) throws IOException {
        long base = 0;
        for (PartRow part : parts) {
            long begin = base;
            if (part.bytes() > 0) {
                blobs.read(
                        PartBlobs.Kind.ENTRIES,
                        part.number(),
                        Entry.class,
                        entry -> reader.take(entry, begin + entry.offset()));
            }
            base += part.bytes();
        }
    }

    /** Reads what is missing. */
    void gaps(Notes.Reader<Gap> reader) throws IOException {
        for (PartRow part : parts) {
            if (part.gaps() > 0) {
                blobs.read(PartBlobs.Kind.GAPS, part.number(), Gap.class, reader);
            }
        }
    }

    /** How many items a step has. */
    long count(int step) {
        return parts.stream()
                .filter(part -> part.step() == step)
                .mapToLong(PartRow::items)
                .sum();
    }

    /** What the parts take. */
    long bytes() {
        return parts.stream().mapToLong(PartRow::bytes).sum();
    }

    /** What is declared of a step's holding. */
    Optional<Holding> declared(Step step) {
        return roster.find(step.bundle()).map(Member::declaration).stream()
                .flatMap(declaration -> declaration.holdings().stream())
                .filter(holding -> holding.name().equals(step.holding()))
                .findFirst();
    }
}
