package org.image2ai.model.embedded.illustrator.words;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.Test;

/** What nouns in a row, their endings and the words around them say. */
public class NounsTest {
    private static final PromptReader READER = new PromptReader(new Lexicon());

    private static List<String> icons(String prompt) {
        return READER.read(prompt).subjects().stream()
                .map(s -> s.thing().icon())
                .toList();
    }

    @Test
    public void twoNounsInARowNameOneThing() {
        assertEquals(List.of("house"), icons("a coffee shop on a rainy street"));
        assertEquals(List.of("dog"), icons("a golden retriever puppy"));
        assertEquals(List.of("lotus"), icons("lotus flowers on a pond"));
        assertEquals(3, READER.read("lotus flowers").subjects().get(0).count());
        assertEquals(3, READER.read("three coffee shops").subjects().get(0).count());
    }

    @Test
    public void whatIsCountedStandsBeforeOf() {
        for (String prompt : List.of("three cups of coffee", "three bowls of ramen", "3 slices of pizza")) {
            assertEquals(prompt, 1, icons(prompt).size());
            assertEquals(prompt, 3, READER.read(prompt).subjects().get(0).count());
        }
        assertEquals(1, READER.read("a bowl of noodles").subjects().get(0).count());
        assertEquals(3, READER.read("cups of tea").subjects().get(0).count());
    }

    @Test
    public void nounsOfAListStayTwoThings() {
        assertEquals(List.of("cat", "dog"), icons("cat dog"));
        assertEquals(List.of("croissant", "house"), icons("a croissant, a house"));
        assertEquals(List.of("steaming-bowl", "house"), icons("soups house"));
    }

    @Test
    public void aForestOfATreeIsAForest() {
        Reading reading = READER.read("a fox in an oak forest");
        assertEquals(Setting.FOREST, reading.setting());
        assertEquals(1, reading.subjects().size());
        assertEquals(-1, reading.subjects().get(0).anchor());
    }

    @Test
    public void theEndOfAWordSaysWhatItIs() {
        Reading reading = READER.read("a milkman in a cornfield");
        assertEquals("man-standing", reading.subjects().get(0).thing().icon());
        assertEquals("ear-of-corn", reading.subjects().get(1).thing().icon());
        assertTrue(reading.subjects().get(1).count() > 4);
        assertEquals(Setting.MEADOW, reading.setting());
        assertEquals(
                Map.of("milkman", "man", "cornfield", "corn field"),
                reading.remarks().byMeaning());
    }

    @Test
    public void whoFliesAKiteStaysOnTheGroundAndWhoFliesAPlaneDoesNot() {
        Reading kite = READER.read("a boy flying a kite on a windy hill");
        assertEquals(false, kite.subjects().get(0).aloft());
        assertEquals(Relation.HOLDING, kite.subjects().get(1).relation());
        assertEquals(
                Relation.RIDING,
                READER.read("a bear flying a plane").subjects().get(0).relation());
    }

    @Test
    public void whatAPictureShowsAlreadyIsNotDrawnTwice() {
        assertEquals(List.of("snowman-without-snow"), icons("a snowman wearing a top hat and a scarf"));
        assertEquals(List.of("birthday-cake"), icons("a birthday cake with candles"));
    }

    @Test
    public void onATableIsAPlaceAndUnderATableIsAThing() {
        assertEquals(Setting.TABLETOP, READER.read("ramen on a wooden table").setting());
        Reading under = READER.read("a dog under the table");
        assertEquals(Setting.ROOM, under.setting());
        assertEquals(List.of("dog", "dining-table"), icons("a dog under the table"));
        assertEquals(Relation.UNDER, under.subjects().get(0).relation());
    }

    @Test
    public void aPlaceIsSaidOfAllThatWereNamedTogether() {
        List<Subject> pets = READER.read("a cat and a dog on a sofa").subjects();
        assertEquals(Relation.ON, pets.get(0).relation());
        assertTrue(pets.get(0).sharesPlaceWith(pets.get(1)));
        List<Subject> mouse = READER.read("a mouse eating cheese under a table").subjects();
        assertEquals(Relation.UNDER, mouse.get(0).relation());
        assertEquals(Relation.HOLDING, mouse.get(1).relation());
    }

    @Test
    public void aFieldOfAFlowerIsMany() {
        assertTrue(READER.read("a unicorn in a field of lavender")
                        .subjects()
                        .get(1)
                        .count()
                > 4);
    }

    @Test
    public void aRooftopIsAPlace() {
        assertEquals(
                Setting.ROOFTOP, READER.read("two cats on a rooftop at night").setting());
        assertEquals(Setting.CITY, READER.read("a cat in the city").setting());
    }

    @Test
    public void flowersAreInTheirVase() {
        Subject flowers =
                READER.read("a blue vase with yellow flowers").subjects().get(1);
        assertEquals(Relation.IN, flowers.relation());
        assertEquals(0, flowers.anchor());
    }
}
