package org.image2ai.rest;

import static org.junit.Assert.assertEquals;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.Test;

public class AwaitedAddressesTest {
    private static Optional<String> owner(String path) {
        return AwaitedAddresses.owner(path, Stream.of("/api/v1/me", "/api/v1/me/passkeys", "/v1/images"));
    }

    @Test
    public void aPathBelongsToTheLongestAddressAboveIt() {
        assertEquals(Optional.of("/api/v1/me"), owner("/api/v1/me"));
        assertEquals(Optional.of("/api/v1/me"), owner("/api/v1/me/password"));
        assertEquals(Optional.of("/api/v1/me/passkeys"), owner("/api/v1/me/passkeys/options"));
        assertEquals(Optional.empty(), owner("/api/v1/meadow"));
        assertEquals(Optional.empty(), owner("/"));
    }
}
