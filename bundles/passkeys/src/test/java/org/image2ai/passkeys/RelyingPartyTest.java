package org.image2ai.passkeys;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.image2ai.api.PlatformException;
import org.junit.Test;

public class RelyingPartyTest {
    private static RelyingParty of(String own) {
        return RelyingParty.of(TestPasskeys.address(own));
    }

    @Test
    public void isTheHostAndTheOriginAsBrowsersWriteIt() {
        assertEquals(new RelyingParty("example.org", "https://example.org"), of("https://Example.org"));
        assertEquals(new RelyingParty("example.org", "https://example.org"), of("https://example.org:443"));
        assertEquals(new RelyingParty("example.org", "https://example.org:8443"), of("https://example.org:8443"));
    }

    @Test
    public void isLocalhostOnOneMachine() {
        RelyingParty here = new RelyingParty("localhost", "http://localhost:8181");
        assertEquals(here, of("http://127.0.0.1:8181"));
        assertEquals(here, of("http://[::1]:8181"));
        assertEquals(here, of("http://localhost:8181"));
    }

    @Test
    public void isNobodyWithoutANameOrWithoutTls() {
        for (String own : List.of("http://example.org", "https://192.0.2.1", "https://[2001:db8::1]:8443")) {
            assertEquals(
                    "passkeys_unavailable",
                    assertThrows(PlatformException.class, () -> of(own)).code());
        }
    }
}
