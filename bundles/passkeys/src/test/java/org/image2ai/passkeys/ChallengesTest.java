package org.image2ai.passkeys;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.Secrets;
import org.junit.After;
import org.junit.Test;

public class ChallengesTest {
    private final TestPasskeys passkeys = new TestPasskeys();
    private final Challenges few = new Challenges(owner -> {}, passkeys.unit, passkeys.clock, 3);

    @After
    public void close() {
        passkeys.close();
    }

    @Test
    public void letsOneOfManyThatComeAtOnceHaveIt() {
        String challenge = few.forSignIn();
        List<CompletableFuture<Boolean>> all = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> few.takeForSignIn(challenge)))
                .limit(8)
                .toList();
        assertEquals(1, all.stream().filter(CompletableFuture::join).count());
    }

    @Test
    public void isBoundedAndMakesRoomByItself() {
        few.forSignIn();
        few.forSignIn();
        String last = few.forSignIn();
        assertEquals(
                "busy", assertThrows(PlatformException.class, few::forSignIn).code());
        assertTrue(few.takeForSignIn(last));
        few.forSignIn();
        passkeys.clock.pass(Challenges.LIFE);
        assertTrue(few.takeForSignIn(few.forSignIn()));
        assertEquals(0, few.sweep());
    }

    @Test
    public void keepsHashesOnlyAndEachForItsPurpose() throws SQLException {
        String challenge = few.forSignIn();
        assertFalse(few.takeForRegistration(challenge, passkeys.people.ada.id()));
        try (Connection connection = passkeys.unit.connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select hash from psk_challenge")) {
            assertTrue(rows.next());
            assertEquals(Secrets.hash(challenge), rows.getString(1));
        }
        assertTrue(few.takeForSignIn(challenge));
    }
}
