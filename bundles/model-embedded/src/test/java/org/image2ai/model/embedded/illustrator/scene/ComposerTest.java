package org.image2ai.model.embedded.illustrator.scene;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.image2ai.model.embedded.illustrator.words.Lexicon;
import org.image2ai.model.embedded.illustrator.words.PromptReader;
import org.image2ai.model.embedded.illustrator.words.Reading;
import org.junit.Test;

public class ComposerTest {
    private static final PromptReader READER = new PromptReader(new Lexicon());

    private static Scene compose(String prompt, long seed) {
        return Composer.compose(READER.read(prompt), Frame.of(1024, 768), seed);
    }

    @Test
    public void theSameSeedGivesTheSameScene() {
        String prompt = "three cats and a dog beside a house";
        assertEquals(compose(prompt, 42), compose(prompt, 42));
        assertNotEquals(compose(prompt, 42).things(), compose(prompt, 43).things());
    }

    @Test
    public void placesEveryOneOfEverySubject() {
        assertEquals(
                9, compose("seven birds over a castle and a tree", 1).things().size());
    }

    @Test
    public void everythingStandsWithinTheFrame() {
        for (String prompt : List.of("twelve elephants", "a dragon over a castle", "ten balloons in space")) {
            Scene scene = compose(prompt, 5);
            for (Scene.Owned owned : scene.things()) {
                Placed.Spot spot = owned.placed().spot();
                assertTrue(prompt, spot.x() > 0 && spot.x() < scene.frame().width());
                assertTrue(
                        prompt, spot.base() > 0 && spot.base() < scene.frame().height());
            }
        }
    }

    @Test
    public void leftOfIsLeft() {
        for (long seed = 0; seed < 8; seed++) {
            Scene scene = compose("a cat left of a dog", seed);
            assertTrue(x(scene, "cat") < x(scene, "dog"));
            scene = compose("a cat right of a dog", seed);
            assertTrue(x(scene, "cat") > x(scene, "dog"));
        }
    }

    @Test
    public void aTrainStandsOnItsBridge() {
        Scene scene = compose("a train crossing a bridge in the mountains", 3);
        Placed.Spot bridge = spot(scene, "stone-bridge");
        Placed.Spot train = spot(scene, "locomotive");
        assertTrue(train.base() < bridge.base() - bridge.height() * 0.3);
        assertTrue(train.order() > bridge.order());
    }

    @Test
    public void noneOfARowHidesAnother() {
        for (String prompt : List.of(
                "five apples and a cake",
                "three rabbits under a tree",
                "nine ducks",
                "a boy and a girl under a tree")) {
            for (long seed = 0; seed < 6; seed++) {
                List<Placed.Spot> spots = compose(prompt, seed).things().stream()
                        .map(o -> o.placed().spot())
                        .filter(s -> s.height() < 400)
                        .toList();
                for (int i = 0; i < spots.size(); i++) {
                    for (int k = 0; k < i; k++) {
                        double apart = Math.abs(spots.get(i).x() - spots.get(k).x());
                        double wide =
                                Math.min(spots.get(i).height(), spots.get(k).height());
                        assertTrue(prompt + " " + seed + ": " + apart + " of " + wide, apart > wide * 0.3);
                    }
                }
            }
        }
    }

    private static double x(Scene scene, String icon) {
        return scene.things().stream()
                .map(Scene.Owned::placed)
                .filter(p -> p.icon().equals(icon))
                .findFirst()
                .orElseThrow()
                .spot()
                .x();
    }

    @Test
    public void whatFliesOverSomethingIsHigher() {
        Scene scene = compose("a dragon over a castle in the mountains", 3);
        Placed dragon = scene.things().stream()
                .map(Scene.Owned::placed)
                .filter(p -> p.icon().equals("dragon"))
                .findFirst()
                .orElseThrow();
        assertEquals(Placed.Footing.AIR, dragon.footing());
    }

    @Test
    public void whatIsUnderATreeIsNearItAndBeforeIt() {
        for (long seed = 0; seed < 8; seed++) {
            Scene scene = compose("a cat under a tree", seed);
            Placed.Spot cat = spot(scene, "cat");
            Placed.Spot tree = spot(scene, "oak");
            assertTrue(Math.abs(cat.x() - tree.x()) < tree.height() / 2);
            assertTrue(cat.order() > tree.order());
            assertTrue(cat.height() < tree.height());
        }
    }

    @Test
    public void whatIsBehindIsPaintedFirst() {
        Scene scene = compose("an owl behind a pumpkin", 4);
        assertTrue(spot(scene, "owl").order() < spot(scene, "pumpkin").order());
    }

    @Test
    public void biggerThanAnElephantIsBigger() {
        Scene scene = compose("a mouse bigger than an elephant", 2);
        assertTrue(spot(scene, "mouse").height() > spot(scene, "elephant").height());
        scene = compose("a mouse and an elephant", 2);
        assertTrue(spot(scene, "mouse").height() < spot(scene, "elephant").height());
    }

    @Test
    public void whatIsOnABranchSitsOnItInARow() {
        for (long seed = 0; seed < 4; seed++) {
            Scene scene = compose("three birds on a branch", seed);
            for (Scene.Owned bird : scene.things()) {
                assertEquals(Placed.Footing.THING, bird.placed().footing());
                assertEquals(scene.stage().near(), bird.placed().spot().base(), 0.001);
            }
        }
    }

    @Test
    public void whoStandsOnAPierOrACliffStandsOnIt() {
        for (long seed = 0; seed < 6; seed++) {
            Scene pier = compose("two men and a dog on a pier", seed);
            assertTrue(pier.things().stream()
                    .allMatch(o -> Math.abs(o.placed().spot().x() / pier.frame().width() - 0.5) < 0.27));
            Scene cliff = compose("a lighthouse on a cliff by the sea", seed);
            boolean left = Stage.landLeft(cliff.frame(), seed);
            assertEquals(left, spot(cliff, "lighthouse").x() < cliff.frame().width() / 2);
        }
    }

    @Test
    public void aBridgeSpansItsRiver() {
        Scene scene = compose("a wooden bridge over a river", 3);
        assertEquals(Placed.Footing.WATER, scene.things().get(0).placed().footing());
        assertEquals(0, scene.things().get(0).placed().tilt(), 0);
    }

    @Test
    public void anOwlInATreeIsAmongItsLeaves() {
        Scene scene = compose("an owl in a tree", 3);
        Placed.Spot tree = spot(scene, "oak");
        assertTrue(spot(scene, "owl").base() < tree.base() - tree.height() * 0.4);
    }

    @Test
    public void aTitleHidesNothing() {
        Scene scene = compose("\"BRITTANY\" poster of a sailboat and a lighthouse by the sea", 6);
        Placed.Spot lighthouse = spot(scene, "lighthouse");
        assertTrue(lighthouse.base() - lighthouse.height() > scene.frame().height() * 0.2);
    }

    @Test
    public void boatsFloat() {
        for (String where : List.of("on a lake", "near a beach", "in a city", "at sea")) {
            assertEquals(
                    where,
                    Placed.Footing.WATER,
                    compose("a sailboat " + where, 1).things().get(0).placed().footing());
        }
    }

    @Test
    public void anotherArrangementKeepsTheScene() {
        Reading reading = READER.read("three cats and a dog in a park");
        Scene first = Composer.compose(reading, Frame.of(1024, 768), 5, 0);
        Scene second = Composer.compose(reading, Frame.of(1024, 768), 5, 1);
        assertNotEquals(first.things(), second.things());
        assertEquals(first.reading(), second.reading());
        assertEquals(first.seed(), second.seed());
    }

    private static Placed.Spot spot(Scene scene, String icon) {
        return scene.things().stream()
                .map(Scene.Owned::placed)
                .filter(p -> p.icon().equals(icon))
                .findFirst()
                .orElseThrow()
                .spot();
    }
}
