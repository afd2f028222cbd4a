package org.image2ai.model.embedded.illustrator.words;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.Test;

public class PromptReaderTest {
    private static final PromptReader READER = new PromptReader(new Lexicon());

    @Test
    public void readsThingSettingTimeAndWeather() {
        Reading reading = READER.read("A red fox in a snowy forest at night");
        assertEquals("fox~sitting", reading.subjects().get(0).thing().icon());
        assertEquals(Setting.FOREST, reading.setting());
        assertEquals(DayTime.NIGHT, reading.time());
        assertEquals(Weather.SNOW, reading.weather());
        assertTrue(reading.snowy());
        assertEquals(List.of(), reading.notUnderstood());
    }

    @Test
    public void readsCountAndColour() {
        Subject balloons = READER.read("three blue balloons over a city at sunset")
                .subjects()
                .get(0);
        assertEquals(3, balloons.count());
        assertEquals(OptionalInt.of(0x2f7df6), balloons.colour());
        assertTrue(balloons.aloft());
    }

    @Test
    public void readsDigitsAndUnusualPlurals() {
        Subject mice = READER.read("5 mice").subjects().get(0);
        assertEquals("mouse", mice.thing().icon());
        assertEquals(5, mice.count());
    }

    @Test
    public void neverDrawsMoreThanTwelveOfAKind() {
        assertEquals(12, READER.read("99 balloons").subjects().get(0).count());
    }

    @Test
    public void aRiderKnowsItsMount() {
        Reading reading = READER.read("an astronaut riding a horse on the moon");
        Subject rider = reading.subjects().get(0);
        assertEquals(Relation.RIDING, rider.relation());
        assertEquals("horse", reading.subjects().get(rider.anchor()).thing().icon());
        assertEquals(Setting.MOON, reading.setting());
    }

    @Test
    public void guessesAPlaceFromTheThings() {
        assertEquals(Setting.UNDERWATER, READER.read("a shark").setting());
        assertEquals(Setting.SEA, READER.read("a pirate ship").setting());
        assertEquals(Setting.TABLETOP, READER.read("a bowl of ramen").setting());
        assertEquals(Setting.SPACE, READER.read("a rocket").setting());
    }

    @Test
    public void collectsWordsWithoutMeaning() {
        Reading reading = READER.read("quixotic zeitgeist, quixotic");
        assertEquals(Setting.ABSTRACT, reading.setting());
        assertEquals(List.of("quixotic", "zeitgeist"), reading.notUnderstood());
    }

    @Test
    public void readsAnythingWithoutFailing() {
        for (String odd : List.of(
                "", "   ", "'''", "\u0000\uD83E\uDD8A", "of of of", "12345678901234567890", "in in riding on")) {
            READER.read(odd);
        }
        READER.read("cat ".repeat(8_000));
    }

    @Test
    public void whatIsRefusedIsLeftOutAndNoted() {
        Reading reading = READER.read("a beach without palm trees, no clouds, a crab");
        assertEquals(1, reading.subjects().size());
        assertEquals(List.of("palm trees", "clouds"), reading.remarks().excluded());
        assertFalse(reading.has(Extra.TREES));
        assertFalse(reading.has(Extra.CLOUDS));
        assertTrue(reading.has(Extra.SUN));
    }

    @Test
    public void readsMaterials() {
        Subject lion = READER.read("a golden statue of a lion").subjects().get(0);
        assertEquals(Material.GOLD, lion.surface().material());
        assertEquals(
                Material.STONE,
                READER.read("a statue of a horse").subjects().get(0).surface().material());
    }

    @Test
    public void whatIsQuotedIsTypeAndNotRead() {
        Reading reading = READER.read("a sign that says \"three cats\" beside a house");
        assertEquals(List.of("three cats"), reading.look().type());
        assertEquals(2, reading.subjects().size());
        assertEquals(
                List.of(), READER.read("the knight's horse isn't tired").look().type());
    }

    @Test
    public void readsStyleAndPalette() {
        Look look =
                READER.read("watercolor painting of a fox in pastel colours").look();
        assertEquals(Style.WATERCOLOUR, look.styleOrFlat());
        assertEquals(Palette.PASTEL, look.paletteOrNatural());
        assertEquals(Mood.NEON, READER.read("a fox, neon style").mood());
    }

    @Test
    public void readsWhatBelongsToThePlace() {
        assertTrue(READER.read("a village below a mountain").has(Landmark.MOUNTAINS));
        assertEquals(Setting.VILLAGE, READER.read("a village below a mountain").setting());
        assertEquals(Setting.VILLAGE, READER.read("a mountain village").setting());
        assertEquals(Setting.CLIFF, READER.read("a cliff by the sea").setting());
        assertEquals(Setting.CLIFF, READER.read("the sea below a cliff").setting());
        assertEquals(Setting.POND, READER.read("koi in a pond").setting());
        assertEquals(Setting.LAKE, READER.read("a duck in a pond").setting());
        assertEquals(5, READER.read("a koi pond in autumn").subjects().get(0).count());
        assertEquals(Setting.MEADOW, READER.read("a car on a country road").setting());
        assertEquals(Setting.LAKE, READER.read("a pier at sunset").setting());
        assertEquals(Setting.WALL, READER.read("ivy on a brick wall").setting());
        assertEquals(DayTime.NIGHT, READER.read("fireworks over a city").time());
    }

    @Test
    public void whoIsOnAWallSitsOnItAndWhoLeansAgainstItDoesNot() {
        assertTrue(READER.read("a cat on a brick wall").perched());
        Reading leaning = READER.read("a bicycle leaning against a brick wall");
        assertFalse(leaning.perched());
        assertEquals(Setting.WALL, leaning.setting());
        assertTrue(READER.read("a bird on a branch").perched());
    }

    @Test
    public void whatIsBehindAFenceIsBehindIt() {
        assertTrue(READER.read("a horse behind a wooden fence").has(Landmark.NEAR_FENCE));
        assertTrue(READER.read("a horse by a fence").has(Landmark.FENCE));
    }

    @Test
    public void readsWhoSleeps() {
        for (String prompt : List.of("a sleeping cat", "a cat sleeping on a sofa", "a cat is asleep")) {
            assertEquals(
                    prompt,
                    "cat~sleeping",
                    READER.read(prompt).subjects().get(0).thing().icon());
        }
    }

    @Test
    public void whatSomebodyHasOnIsTheirColour() {
        List<Subject> subjects = READER.read("a girl in a yellow raincoat").subjects();
        assertEquals(1, subjects.size());
        assertEquals(OptionalInt.of(0xfcc21b), subjects.get(0).colour());
    }

    @Test
    public void whatHasNoPluralOfItsOwnIsSeveralWithoutAnArticle() {
        assertEquals(1, READER.read("a koi in a pond").subjects().get(0).count());
        assertEquals(3, READER.read("koi in a pond").subjects().get(0).count());
        assertEquals(3, READER.read("a polar bear family").subjects().get(0).count());
    }

    @Test
    public void aPlaceThatIsOnlyGuessedYieldsToOneThatIsNamed() {
        Synonyms synonyms = words -> words.equals("ziggurat") ? Optional.of("desert") : Optional.empty();
        PromptReader reader = new PromptReader(new Lexicon(), synonyms);
        assertEquals(Setting.BEACH, reader.read("a ziggurat on the beach").setting());
        assertEquals(Setting.DESERT, reader.read("a ziggurat and a camel").setting());
    }

    @Test
    public void aPlaceIsSaidOfThoseThatHaveNoneYet() {
        List<Subject> subjects =
                READER.read("a dog on a sofa and a cat under a table").subjects();
        assertEquals(Relation.ON, subjects.get(0).relation());
        assertEquals(Relation.NONE, subjects.get(1).relation());
        assertEquals(Relation.UNDER, subjects.get(2).relation());
        List<Subject> both = READER.read("a cat and a dog on a sofa").subjects();
        assertTrue(both.get(0).sharesPlaceWith(both.get(1)));
    }

    @Test
    public void aMarketIsInAVillageAndByTheWaterIfTheWordsSaySo() {
        Reading reading = READER.read("a fish market by the harbour");
        assertEquals(Setting.VILLAGE, reading.setting());
        assertTrue(reading.has(Landmark.WATER));
        assertEquals(List.of(), reading.subjects());
    }

    @Test
    public void aPronounIsWhatWasNamedBefore() {
        Reading reading = READER.read("a castle with a dragon flying above it");
        assertTrue(reading.subjects().get(1).aloft());
        assertFalse(reading.subjects().get(0).aloft());
    }

    @Test
    public void hatAndGlassesAreBothWorn() {
        List<Subject> subjects =
                READER.read("a penguin wearing a top hat and sunglasses").subjects();
        assertEquals(Relation.WEARING, subjects.get(1).relation());
        assertEquals(Relation.WEARING, subjects.get(2).relation());
        assertEquals(0, subjects.get(2).anchor());
    }

    @Test
    public void aFieldOfAFlowerIsMany() {
        assertTrue(READER.read("a sunflower field").subjects().get(0).count() > 4);
    }

    @Test
    public void unknownWordsAreTakenForWhatMeansTheSame() {
        Synonyms synonyms = words -> words.equals("feline friend") ? Optional.of("cat") : Optional.empty();
        Reading reading = new PromptReader(new Lexicon(), synonyms).read("a feline friend, quixotic");
        assertEquals("cat", reading.subjects().get(0).thing().icon());
        assertEquals(Map.of("feline friend", "cat"), reading.remarks().byMeaning());
        assertEquals(List.of("quixotic"), reading.notUnderstood());
    }
}
