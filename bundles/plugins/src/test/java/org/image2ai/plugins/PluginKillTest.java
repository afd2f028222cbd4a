package org.image2ai.plugins;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.image2ai.plugins.PluginState.Phase;
import org.junit.Test;

/** The process dies at any step: at the next boot one version is whole. */
public class PluginKillTest extends LifeBench {
    @Test
    public void givesUpAVersionThatEndsTheServerTwice() {
        server.update(first);
        for (int i = 0; i < 2; i++) {
            killWhileChecking();
        }
        server.boot();
        assertEquals("1.0.0", server.version());
        assertTrue(server.life.state().note(), server.life.state().note().contains("2 times"));
    }

    private void killWhileChecking() {
        PluginState state = server.life.state();
        Release next = Release.of(PluginJar.read(second), PluginJar.digest(second));
        Shelf disk = new Shelf(shelf);
        disk.keep(second, next);
        disk.save(disk.load().orElse(state).installing(next));
    }

    /** Kills an update at each of its steps, and every boot after it at each of its own. */
    @Test
    public void isWholeAgainAfterAKillAtAnyStepOfAnUpdate() throws Exception {
        int kills = 0;
        for (int step = 0; killed(step); step++) {
            kills++;
            assertWhole("killed at step " + step);
            server.update(second);
            assertEquals("killed at step " + step, "1.1.0", server.version());
            assertWhole("updated after a kill at step " + step);
            clear();
        }
        assertTrue("steps: " + kills, kills > 20);
    }

    private boolean killed(int step) {
        server.update(first);
        server.killer.at(step);
        try {
            server.update(second);
            return false;
        } catch (Killer.Killed e) {
            server.boot();
            return true;
        }
    }

    @Test
    public void isWholeAgainAfterAKillAtAnyStepOfARollBack() throws Exception {
        for (int step = 0; step < 60; step++) {
            server.update(first);
            server.update(second);
            server.killer.at(step);
            try {
                server.host.watched.values().forEach(ended -> ended.accept(Optional.of("bad")));
                server.finish();
                server.killer.spare();
            } catch (Killer.Killed e) {
                server.boot();
            }
            assertWhole("killed at step " + step);
            clear();
        }
    }

    @Test
    public void isGoneOrWholeAfterAKillAtAnyStepOfARemoval() throws Exception {
        for (int step = 0; step < 12; step++) {
            server.update(first);
            server.killer.at(step);
            try {
                server.life.remove();
            } catch (Killer.Killed e) {
                server.boot();
            }
            server.killer.spare();
            boolean gone = server.framework.all().isEmpty();
            assertEquals("killed at step " + step, gone ? "" : "1.0.0", server.version());
            clear();
        }
    }

    private void assertWhole(String when) throws Exception {
        assertEquals(when, List.of(server.version()), server.framework.active());
        assertEquals(when, List.of(server.version()), server.framework.all());
        assertEquals(when, Phase.STEADY, server.life.state().phase());
        long bundle = server.framework
                .find(server.life.state().current().orElseThrow().location())
                .orElseThrow();
        assertFalse(when, server.host.retired.contains(bundle));
        try (Stream<Path> files = Files.list(shelf)) {
            assertTrue(when, files.noneMatch(f -> f.toString().endsWith(".part")));
        }
    }

    private void clear() throws Exception {
        server.killer.spare();
        folder.delete();
        folder.create();
        begin();
    }
}
