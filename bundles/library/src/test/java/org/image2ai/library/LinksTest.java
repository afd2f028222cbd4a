package org.image2ai.library;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.image2ai.api.AssetId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.library.AssetLink;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class LinksTest {
    private static final AssetId ASSET = new AssetId("ast_1");
    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final Pattern FORM = Pattern.compile("/api/v1/files/ast_1\\?expires=(\\d+)&signature=([\\w-]+)");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Links links;
    private long expires;
    private String signature;

    private Links at(Instant now) {
        return new Links(folder.getRoot().toPath().resolve("keys/links.key"), Clock.fixed(now, ZoneOffset.UTC));
    }

    @Before
    public void make() {
        links = at(NOW);
        AssetLink link = links.make(ASSET, Duration.ofMinutes(5));
        Matcher form = FORM.matcher(link.path());
        assertTrue(link.path(), form.matches());
        expires = Long.parseLong(form.group(1));
        signature = form.group(2);
        assertEquals(NOW.plusSeconds(300), link.expires());
    }

    private String refusal(Links by, AssetId asset, long until, String signed) {
        return assertThrows(PlatformException.class, () -> by.check(asset, until, signed))
                .code();
    }

    @Test
    public void aLinkWorksUntilItsTimeAlsoAfterARestart() {
        at(NOW.plusSeconds(299)).check(ASSET, expires, signature);
        assertEquals("link_expired", refusal(at(NOW.plusSeconds(300)), ASSET, expires, signature));
    }

    @Test
    public void nothingOfALinkCanBeChanged() {
        assertEquals("invalid_signature", refusal(links, new AssetId("ast_2"), expires, signature));
        assertEquals("invalid_signature", refusal(links, ASSET, expires + 1, signature));
        assertEquals("invalid_signature", refusal(links, ASSET, expires, ""));
        assertEquals("invalid_signature", refusal(links, ASSET, expires, "ä" + signature));
    }

    @Test
    public void noLinkLivesLongerThanAWeek() {
        assertEquals(
                "invalid_seconds",
                assertThrows(PlatformException.class, () -> links.make(ASSET, Duration.ofDays(8)))
                        .code());
        assertThrows(PlatformException.class, () -> links.make(ASSET, Duration.ZERO));
    }
}
