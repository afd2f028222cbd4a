package org.image2ai.security;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.ApiKeyId;
import org.image2ai.api.security.ApiKey;
import org.image2ai.kit.Secrets;
import org.junit.Test;

public class SecurityTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final Argon2Hasher hasher = new Argon2Hasher(TestConfig.of(Map.of()));

    @Test
    public void knowsAPasswordByItsHashAndNoOther() {
        String hash = hasher.hash("correct horse".toCharArray());
        assertTrue(hash, hash.startsWith("$argon2id$v=19$m=256,t=1,p=1$"));
        assertTrue(hasher.matches("correct horse".toCharArray(), hash));
        assertFalse(hasher.matches("correct house".toCharArray(), hash));
        assertNotEquals("salted", hash, hasher.hash("correct horse".toCharArray()));
        String nobodys = hasher.nobodys();
        assertTrue(nobodys, nobodys.startsWith("$argon2id$v=19$m=256,t=1,p=1$"));
        assertEquals("as much work as a real one", hash.length(), nobodys.length());
        assertFalse(hasher.matches("".toCharArray(), nobodys));
    }

    @Test
    public void takesNoHashOfAnotherMaking() {
        assertFalse(hasher.matches("x".toCharArray(), "$2a$10$abc"));
        assertFalse(hasher.matches("".toCharArray(), ""));
    }

    @Test
    public void makesKeysOf256BitsThatAreOnlyKnownByTheirHash() {
        String secret = ApiKeySecrets.next();
        assertTrue(ApiKeySecrets.isWellFormed(secret));
        assertEquals(64, Secrets.hash(secret).length());
        assertFalse(ApiKeySecrets.isWellFormed(secret + "A"));
        assertFalse(ApiKeySecrets.isWellFormed(secret.substring(1)));
        assertTrue(secret.startsWith(ApiKeySecrets.hint(secret).replace("…", "")));
    }

    @Test
    public void endsAKeyWhenItExpiresOrIsRevoked() {
        assertTrue(ApiKeyService.isGood(key(Optional.empty(), Optional.empty()), NOW));
        assertTrue(ApiKeyService.isGood(key(Optional.of(NOW.plusMillis(1)), Optional.empty()), NOW));
        assertFalse(ApiKeyService.isGood(key(Optional.of(NOW), Optional.empty()), NOW));
        assertFalse(ApiKeyService.isGood(key(Optional.empty(), Optional.of(NOW.minusSeconds(9))), NOW));
    }

    @Test
    public void readsRolesAndRefusesOneWithoutPermissions() {
        assertEquals(
                Map.of("user", Set.of("job:*", "asset:read"), "admin", Set.of("*")),
                RoleBook.parse("user = job:*, asset:read; admin = *"));
        assertThrows(IllegalArgumentException.class, () -> RoleBook.parse("user"));
    }

    private static ApiKey key(Optional<Instant> expires, Optional<Instant> revoked) {
        return new ApiKey(
                new ApiKeyId("key_1"),
                new AccountId("acc_1"),
                "k",
                "i2a_abcd…",
                Set.of(),
                NOW,
                expires,
                revoked,
                ApiKey.Limits.NONE,
                Optional.empty());
    }
}
