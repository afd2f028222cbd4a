package org.image2ai.plugins;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.plugins.PluginState.Phase;
import org.junit.Test;

public class PluginLifeTest extends LifeBench {
    @Test
    public void replacesAVersionByRetiringDrainingAndUninstallingIt() {
        server.update(first);
        server.update(second);
        assertEquals(List.of("1.1.0"), server.framework.active());
        assertEquals(List.of(1L), server.host.drained);
        assertTrue(server.host.retired.contains(1L));
        assertEquals("1.0.0", server.life.state().previous().orElseThrow().version());
        assertEquals(Phase.STEADY, server.life.state().phase());
    }

    @Test
    public void theNewVersionWorksBeforeTheOldOneIsDrained() {
        server.update(first);
        server.host.whileDraining = () -> {
            assertEquals(List.of("1.0.0", "1.1.0"), server.framework.active());
            assertEquals("1.1.0", server.version());
        };
        server.update(second);
        assertEquals(List.of(1L), server.host.drained);
    }

    @Test
    public void takesTheSameBytesOnceAndOtherBytesOfTheSameVersionNever() throws Exception {
        server.update(first);
        server.update(first);
        assertEquals(List.of(), server.host.drained);
        Path other = Jars.plugin(folder.getRoot().toPath().resolve("other.jar"), "1.0.0", "changed");
        PlatformException refused = assertThrows(PlatformException.class, () -> server.update(other));
        assertEquals("plugin_same_version", refused.code());
        assertTrue(server.life.state().note(), server.life.state().note().contains("qualifier"));
        assertEquals(List.of("1.0.0"), server.framework.active());
    }

    @Test
    public void keepsTheOldVersionWhenTheNewOneFailsItsCheck() {
        server.update(first);
        server.host.wrong = Optional.of("models() threw");
        PlatformException refused = assertThrows(PlatformException.class, () -> server.update(second));
        assertEquals("plugin_unsound", refused.code());
        assertEquals(List.of("1.0.0"), server.framework.all());
        assertEquals("models() threw", server.life.state().note());
        assertFalse(server.host.retired.contains(1L));
        server.host.wrong = Optional.empty();
        server.update(second);
        assertEquals("1.1.0", server.version());
    }

    @Test
    public void keepsTheOldVersionWhenTheNewOneDoesNotStart() {
        server.update(first);
        server.framework.breakStart("1.1.0");
        assertThrows(PlatformException.class, () -> server.update(second));
        assertEquals(List.of("1.0.0"), server.framework.all());
    }

    @Test
    public void putsTheEarlierVersionBackWhenTheFirstWorksAreBad() {
        server.update(first);
        server.update(second);
        server.host.watched.get(2L).accept(Optional.of("3 of 3 works failed"));
        server.finish();
        assertEquals(List.of("1.0.0"), server.framework.active());
        assertTrue(server.life.state().note().contains("3 of 3 works failed"));
        server.update(second);
        assertEquals("a bad version in deploy/ is not taken again", "1.0.0", server.version());
        server.boot();
        server.update(second);
        assertEquals("nor after a restart", "1.0.0", server.version());
    }

    @Test
    public void givesTheWorkBackAtOnceWhenTheNewVersionFailsWhileTheOldOneDrains() {
        server.update(first);
        server.host.whileDraining = () -> {
            server.host.whileDraining = () -> {};
            server.host.watched.get(2L).accept(Optional.of("bad"));
            assertFalse("the old one works again", server.host.retired.contains(1L));
            assertTrue("the new one does not", server.host.retired.contains(2L));
        };
        server.update(second);
        assertEquals("the old one was never out", List.of("1.0.0"), server.framework.active());
        assertEquals(2L, server.host.drained.get(1).longValue());
        assertEquals("1.0.0", server.version());
    }

    @Test
    public void takesAFirstVersionOutWhenItsFirstWorksAreBad() {
        server.update(first);
        server.host.watched.get(1L).accept(Optional.of("bad"));
        server.finish();
        assertEquals(List.of(), server.framework.all());
        assertTrue(server.life.state().note().contains("bad"));
    }

    @Test
    public void watchesOnAfterARestartUntilTheFirstWorksWereGood() {
        server.update(first);
        server.boot();
        server.host.watched.get(1L).accept(Optional.empty());
        server.finish();
        server.boot();
        assertTrue(server.host.watched.isEmpty());
    }

    @Test
    public void rollsBackAndForthByHand() {
        server.update(first);
        assertEquals(
                "nothing_to_roll_back",
                assertThrows(PlatformException.class, () -> server.life.rollback("x"))
                        .code());
        server.update(second);
        server.life.rollback("by hand");
        server.finish();
        assertEquals(List.of("1.0.0"), server.framework.active());
        assertEquals("by hand", server.life.state().note());
        server.update(second);
        assertEquals("deploy/ does not undo it", "1.0.0", server.version());
        server.life.rollback("again");
        server.finish();
        assertEquals(List.of("1.1.0"), server.framework.active());
    }

    @Test
    public void leavesAnOlderFileThatLiesBesideTheNewOne() throws Exception {
        server.update(second);
        server.update(first);
        assertEquals("1.1.0", server.version());
        Files.delete(second);
        server.update(first);
        assertEquals("1.0.0", server.version());
    }

    @Test
    public void staysDisabledAfterARestart() {
        server.update(first);
        server.life.disable();
        assertEquals(List.of(1L), server.host.drained);
        server.boot();
        server.update(first);
        assertEquals(List.of(), server.framework.active());
        server.life.enable();
        assertEquals(List.of("1.0.0"), server.framework.active());
    }

    @Test
    public void replacesWhatTheDistributionBroughtAndGivesItBack() {
        server.framework.provide(Jars.NAME, "0.9.0");
        server.update(first);
        assertEquals(List.of("1.0.0"), server.framework.active());
        assertEquals(List.of("0.9.0", "1.0.0"), server.framework.all());
        server.life.remove();
        assertEquals(List.of("0.9.0"), server.framework.active());
        assertFalse(Files.exists(shelf));
    }

    @Test
    public void removesAfterDraining() {
        server.update(first);
        server.life.remove();
        assertEquals(List.of(1L), server.host.drained);
        assertEquals(List.of(), server.framework.all());
        assertFalse(Files.exists(shelf));
    }
}
