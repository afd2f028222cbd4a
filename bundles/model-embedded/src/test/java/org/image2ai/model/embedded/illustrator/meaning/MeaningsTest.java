package org.image2ai.model.embedded.illustrator.meaning;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.image2ai.model.embedded.illustrator.words.Lexicon;
import org.image2ai.model.embedded.illustrator.words.PromptReader;
import org.image2ai.model.embedded.illustrator.words.Reading;
import org.junit.AfterClass;
import org.junit.Test;

public class MeaningsTest {
    private static final Meanings MEANINGS = new Meanings();

    @AfterClass
    public static void close() {
        MEANINGS.close();
    }

    @Test
    public void cutsTextIntoTheEncodersPieces() throws IOException {
        try (InputStream in = Encoder.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")) {
            WordPieces pieces = new WordPieces(in.readAllBytes());
            assertArrayEquals(new long[] {101, 7592, 2088, 102}, pieces.of("Hello, World".replace(",", "")));
            assertArrayEquals(pieces.of("creme brulee"), pieces.of("Crème Brûlée"));
            assertTrue(pieces.of("quokka").length > 3);
        }
    }

    @Test
    public void findsWhatMeansTheSame() {
        assertEquals(Optional.of("dog"), MEANINGS.like("canine"));
        assertEquals(Optional.of("cat"), MEANINGS.like("feline"));
        assertEquals(Optional.of("sailing boat"), MEANINGS.like("schooner"));
    }

    @Test
    public void findsNothingForWhatCannotBeDrawn() {
        for (String word : List.of("quixotic", "zeitgeist", "melancholy", "xqzzy")) {
            assertEquals(word, Optional.empty(), MEANINGS.like(word));
        }
    }

    @Test
    public void everyLabelIsAWordOfTheLexiconAndNearestToItself() {
        PromptReader reader = new PromptReader(new Lexicon());
        for (String name : new Lexicon().names()) {
            assertEquals(name, List.of(), reader.read(name).notUnderstood());
        }
        for (String name : List.of("pirate ship", "coral", "polar bear")) {
            Likeness likeness = MEANINGS.nearest(name);
            assertEquals(name, likeness.label());
            assertEquals(1, likeness.degree(), 0.02);
        }
    }

    @Test
    public void theReceiptSaysWhatAWordWasTakenFor() {
        Reading reading = new PromptReader(new Lexicon(), MEANINGS).read("a wolfhound in a meadow");
        assertEquals("wolf", reading.remarks().byMeaning().get("wolfhound"));
        assertEquals(1, reading.subjects().size());
    }
}
