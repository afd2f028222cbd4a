package org.image2ai.privacy.request;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class CertificatesTest {
    private Bench bench;
    private FakeHolder library;
    private Certificates certificates;

    @Before
    public void begin() {
        bench = new Bench();
        library = bench.roster.add("org.image2ai.library");
        library.hold(Bench.ADA, 250);
        library.retain("thing-00001", "a dispute <script>", LocalDate.of(2099, 1, 1));
        certificates = new Certificates(bench.evidence, bench.views, new Signer(new byte[32]));
    }

    @After
    public void end() {
        bench.close();
    }

    private static boolean verifies(Certificates.Signed signed, String jws) throws GeneralSecurityException {
        String[] parts = jws.split("\\.");
        byte[] key = Base64.getDecoder().decode(signed.publicKey());
        PublicKey known = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(known);
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    @Test
    public void isSignedAndSaysItemByItemWhatIsKept() throws Exception {
        Request request = bench.confirmedErasure();
        bench.work(request);
        Certificates.Signed signed = certificates.of(bench.evidence.rows().require(request.id()));
        assertTrue(verifies(signed, signed.jws()));
        String payload = signed.jws().split("\\.")[1];
        JsonNode said = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(payload));
        assertEquals("COMPLETE", said.get("state").asText());
        assertEquals("thing-00001", said.get("items").get(0).get("key").asText());
        assertEquals("2099-01-01", said.get("items").get(0).get("until").asText());
        assertEquals(
                249,
                said.get("outcomes").get(0).get("items").get(0).get("items").asInt());
        assertFalse(
                "a changed word does not verify",
                verifies(signed, signed.jws().replace(payload, payload.replace('a', 'b'))));
    }

    @Test
    public void itsKeyIsTheOneOfItsFile() {
        assertEquals(new Signer(new byte[32]).publicKey(), new Signer(new byte[32]).publicKey());
        byte[] other = new byte[32];
        other[0] = 1;
        assertFalse(new Signer(other).publicKey().equals(new Signer(new byte[32]).publicKey()));
    }

    @Test
    public void theKeyOfAllZerosIsTheOneOfTheStandard() {
        // RFC 8032's construction of 32 zero bytes: 3b6a27bc… is its well-known public key.
        byte[] key = Base64.getDecoder().decode(new Signer(new byte[32]).publicKey());
        assertEquals(0x3b, key[key.length - 32] & 0xff);
        assertEquals(0x6a, key[key.length - 31] & 0xff);
    }

    @Test
    public void isAPageWithoutScripts() {
        Request request = bench.confirmedErasure();
        bench.work(request);
        String page =
                CertificatePage.of(certificates.of(bench.evidence.rows().require(request.id())), PageWords.ENGLISH);
        assertTrue(page.contains("a dispute &lt;script&gt;"));
        assertFalse(page.contains("<script"));
    }

    @Test
    public void doesNotSayCompleteBeforeItIs() {
        bench.roster.absent.add("org.image2ai.library");
        Request request = bench.confirmedErasure();
        bench.work(request);
        Certificates.Signed signed = certificates.of(bench.evidence.rows().require(request.id()));
        assertEquals(RequestState.BLOCKED, signed.certificate().state());
    }
}
