package org.image2ai.security;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.image2ai.api.ApiKeyId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.IssuedApiKey;
import org.image2ai.api.security.NewApiKey;
import org.junit.After;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class ApiKeysTest {
    private final TestSecurity security = new TestSecurity();
    private final ApiKeysResource resource = new ApiKeysResource(security.keys);

    @After
    public void close() {
        security.close();
    }

    private static String refused(ThrowingRunnable work) {
        return assertThrows(PlatformException.class, work).code();
    }

    private IssuedApiKey key(Set<String> scopes, Set<String> networks) {
        return security.keys.create(
                new NewApiKey(security.people.ada.id(), "test", scopes, Optional.empty(), Optional.of(40L), networks));
    }

    private Identity use(String secret) {
        return security.byHeader("Bearer " + secret, "192.0.2.77");
    }

    private ApiKeysResource.KeyView make(Identity caller, String... scopes) {
        return resource.issue(
                new ApiKeysResource.NewKeyBody(
                        "child", Optional.of(Set.of(scopes)), Optional.empty(), Optional.empty(), Optional.empty()),
                caller);
    }

    @Test
    public void isUsedOnlyFromItsNetworks() {
        IssuedApiKey key = key(Set.of(), Set.of("192.0.2.0/24", "2001:db8::/32"));
        assertEquals(security.people.ada.id(), use(key.secret()).account());
        String bearer = "Bearer " + key.secret();
        assertEquals(
                security.people.ada.id(),
                security.byHeader(bearer, "2001:db8::1").account());
        assertEquals("network_not_allowed", refused(() -> security.byHeader(bearer, "203.0.113.9")));
        assertEquals("invalid_network", refused(() -> key(Set.of(), Set.of("localhost"))));
    }

    @Test
    public void exposesItsSpendCap() {
        IssuedApiKey key = key(Set.of(), Set.of());
        assertEquals(Optional.of(40L), security.keys.cap(key.key().id()));
        assertEquals(Optional.empty(), security.keys.cap(new ApiKeyId("key_nobody")));
    }

    @Test
    public void goesOnWhileItIsRotatedAndKeepsItsLimits() {
        IssuedApiKey old = key(Set.of("job:*"), Set.of());
        IssuedApiKey fresh =
                security.keys.rotate(security.people.ada.id(), old.key().id(), Duration.ofHours(1));
        assertEquals(old.key().id(), fresh.key().id());
        Instant now = Instant.now();
        assertTrue(security.keys.authenticate(old.secret(), now).isPresent());
        assertTrue(security.keys.authenticate(fresh.secret(), now).isPresent());
        assertTrue(
                security.keys.authenticate(old.secret(), now.plusSeconds(3700)).isEmpty());
        assertEquals(Optional.of(40L), security.keys.cap(fresh.key().id()));
        IssuedApiKey last =
                security.keys.rotate(security.people.ada.id(), old.key().id(), Duration.ZERO);
        assertTrue(security.keys.authenticate(fresh.secret(), now).isEmpty());
        security.keys.revoke(security.people.ada.id(), old.key().id());
        for (String secret : List.of(old.secret(), fresh.secret(), last.secret())) {
            assertTrue(security.keys.authenticate(secret, now).isEmpty());
        }
    }

    @Test
    public void isNobodyElsesToEndOrRotate() {
        ApiKeyId id = key(Set.of(), Set.of()).key().id();
        assertEquals("api_key_not_found", refused(() -> security.keys.revoke(security.people.bob.id(), id)));
        assertEquals(
                "api_key_not_found", refused(() -> security.keys.rotate(security.people.bob.id(), id, Duration.ZERO)));
    }

    @Test
    public void remembersItsLastUse() {
        IssuedApiKey key = key(Set.of(), Set.of());
        assertTrue(
                security.keys.list(security.people.ada.id()).get(0).lastUsed().isEmpty());
        use(key.secret());
        Instant used =
                security.keys.list(security.people.ada.id()).get(0).lastUsed().orElseThrow();
        use(key.secret());
        assertEquals(
                Optional.of(used),
                security.keys.list(security.people.ada.id()).get(0).lastUsed());
    }

    @Test
    public void takesNoEndThatIsOverOrOutOfReach() {
        for (Instant bad : List.of(Instant.EPOCH, Instant.MAX)) {
            NewApiKey key = new NewApiKey(security.people.ada.id(), "test", Set.of(), Optional.of(bad));
            assertEquals("invalid_expiry", refused(() -> security.keys.create(key)));
        }
    }

    @Test
    public void makesNoKeyThatCanDoMoreThanItself() {
        Identity narrow = use(security.keys
                .create(new NewApiKey(
                        security.people.ada.id(), "narrow", Set.of("api-key:*", "job:read"), Optional.empty()))
                .secret());
        assertEquals(Set.of("job:read"), make(narrow, "job:read").scopes());
        assertEquals(
                "none given is its own",
                Set.of("api-key:*", "job:read"),
                make(narrow).scopes());
        assertEquals("scope_not_held", refused(() -> make(narrow, "job:create")));
        assertEquals("scope_not_held", refused(() -> make(narrow, "*")));
        IssuedApiKey full =
                security.keys.create(new NewApiKey(security.people.ada.id(), "full", Set.of(), Optional.empty()));
        assertEquals(
                "scope_not_held", refused(() -> resource.rotated(full.key().id().value(), null, narrow)));
        assertEquals("scope_not_held", refused(() -> make(use(full.secret()), "admin:account:read")));
        assertEquals(
                "key_is_limited", refused(() -> make(use(key(Set.of(), Set.of()).secret()), "job:read")));
    }

    @Test
    public void listsPermissionsWithTheRolesThatHoldThem() {
        assertEquals(
                List.of(
                        new PermissionsResource.PermissionView("admin:account:read", List.of("admin", "support")),
                        new PermissionsResource.PermissionView("job:create", List.of("admin", "user"))),
                PermissionsResource.views(
                        new TreeSet<>(Set.of("job:create", "admin:account:read")),
                        RoleBook.parse("user = job:*; support = admin:account:read; admin = *")));
    }
}
