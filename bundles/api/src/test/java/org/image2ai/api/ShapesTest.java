package org.image2ai.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.image2ai.api.storage.ObjectKey;
import org.junit.Test;

public class ShapesTest {
    private static final String LONG = "a".repeat(64);

    @Test
    public void takesIdentitiesThatAreSafeInAPath() {
        for (String good : List.of("a", "0", "job_01M8-Z", LONG)) {
            assertEquals(good, new JobId(good).value());
        }
        for (String bad : List.of("", "_a", "-a", "a.b", "a/b", "../a", "a b", "ä", "a\n", "a\u0000", LONG + "a")) {
            PlatformException e = assertThrows(bad, PlatformException.class, () -> new JobId(bad));
            assertEquals("invalid_id", e.code());
        }
        assertThrows(PlatformException.class, () -> new JobId(null));
    }

    @Test
    public void takesKeysThatCannotClimb() {
        String segment = "s".repeat(128);
        for (String good : List.of("a", "a/b.png", "_a/-b", "a..b", segment + "/x", "a" + "/a".repeat(15))) {
            assertEquals(good, new ObjectKey(good).value());
        }
        for (String bad : List.of(
                "",
                "/a",
                "a/",
                "a//b",
                "..",
                "a/../b",
                ".hidden",
                "a/.b",
                "a\\b",
                "a b",
                "é",
                segment + "s",
                "a" + "/a".repeat(16),
                (segment + "/").repeat(4) + "a")) {
            PlatformException e = assertThrows(bad, PlatformException.class, () -> new ObjectKey(bad));
            assertEquals("invalid_key", e.code());
        }
        assertThrows(PlatformException.class, () -> new ObjectKey(null));
    }
}
