package org.image2ai.library.mark;

import static org.image2ai.library.mark.Marking.JPEG;
import static org.image2ai.library.mark.Marking.LABEL;
import static org.image2ai.library.mark.Marking.PNG;
import static org.image2ai.library.mark.Marking.WEBP;
import static org.image2ai.library.mark.Marking.jpeg;
import static org.image2ai.library.mark.Marking.png;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.library.mark.Marking.Result;
import org.image2ai.tck.pictures.Containers;
import org.image2ai.tck.pictures.XmpReader;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class VendorXmpTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Result mark(byte[] file, String mediaType) throws IOException {
        return Marking.mark(folder, file, mediaType);
    }

    @Test
    public void whatAVendorsXmpSaysIsKeptAndCompleted() throws Exception {
        String theirs = Containers.xmp("<dc:title>A fox</dc:title><xmp:CreatorTool>Vendor</xmp:CreatorTool>"
                + "<xmpMM:DocumentID>theirs</xmpMM:DocumentID><dc:identifier>old</dc:identifier>");
        List<Result> results = List.of(
                mark(Containers.pngWithXmp(png(), theirs), PNG),
                mark(Containers.jpegWithXmp(jpeg(), theirs), JPEG),
                mark(Containers.webpWith(Webps.lossyAlpha(9, 9), "XMP ", theirs.getBytes()), WEBP));
        for (Result result : results) {
            Map<String, String> properties = XmpReader.properties(result.bytes());
            assertEquals("A fox", properties.get("title"));
            assertEquals("Vendor", properties.get("CreatorTool"));
            assertEquals("theirs", properties.get("DocumentID"));
            assertEquals("image2ai:job_1/0", properties.get("identifier"));
            assertEquals(LABEL.source().uri(), properties.get("DigitalSourceType"));
            assertEquals(
                    "The vendor's XMP was kept and completed.",
                    result.provenance().note());
        }
    }

    @Test
    public void aVendorMaySayMoreOfAPictureButNotLess() throws Exception {
        assertType("trainedAlgorithmicMedia", "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia");
        assertType("compositeWithTrainedAlgorithmicMedia", "https://cv.iptc.org/newscodes/digitalsourcetype/composite");
        assertType("compositeWithTrainedAlgorithmicMedia", "digitalCapture");
        assertType("compositeWithTrainedAlgorithmicMedia", "");
    }

    private void assertType(String expected, String theirs) throws IOException {
        String element = "<Iptc4xmpExt:DigitalSourceType>" + theirs + "</Iptc4xmpExt:DigitalSourceType>";
        String attribute = Containers.xmp("")
                .replace("rdf:about=\"\"", "rdf:about=\"uuid:1\" Iptc4xmpExt:DigitalSourceType=\"" + theirs + "\"");
        for (String xmp : List.of(Containers.xmp(element), attribute)) {
            Result result = mark(Containers.pngWithXmp(png(), xmp), PNG);
            String uri = XmpReader.properties(result.bytes()).get("DigitalSourceType");
            assertEquals("http://cv.iptc.org/newscodes/digitalsourcetype/" + expected, uri);
            assertEquals(expected, result.provenance().source().term());
        }
    }

    @Test
    public void xmpThatCannotBeReadIsReplaced() throws Exception {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
                + Containers.xmp("<dc:title>&b;</dc:title>");
        String deep = Containers.xmp("<dc:title>" + "<dc:a>".repeat(5_000) + "</dc:a>".repeat(5_000) + "</dc:title>");
        String two = Containers.xmp("")
                .replace(
                        "</x:xmpmeta>",
                        "<rdf:RDF xmlns:rdf=\"" + "http://www.w3.org/1999/02/22-rdf-syntax-ns#\"/></x:xmpmeta>");
        for (String xmp : List.of("", "no xml", "<a/>", bomb, deep, two, Containers.xmp("<dc:title>"))) {
            Result result = mark(Containers.pngWithXmp(png(), xmp), PNG);
            assertEquals(
                    LABEL.source().uri(), XmpReader.properties(result.bytes()).get("DigitalSourceType"));
            assertEquals(
                    "The vendor's XMP could not be kept and was replaced.",
                    result.provenance().note());
        }
    }

    @Test
    public void aPacketThatNoSegmentHoldsIsReplaced() throws Exception {
        String nearlyFull = Containers.xmp("<dc:title>" + "x".repeat(64_500) + "</dc:title>");
        Result result = mark(Containers.jpegWithXmp(jpeg(), nearlyFull), JPEG);
        assertEquals("vendor/model-1", XmpReader.properties(result.bytes()).get("AISystemUsed"));
        assertEquals(
                "The vendor's XMP could not be kept and was replaced.",
                result.provenance().note());
    }

    @Test
    public void ofSeveralPacketsOneIsLeft() throws Exception {
        byte[] png = Containers.pngWithXmp(png(), Containers.xmp("<dc:title>2</dc:title>"));
        Result result = mark(Containers.pngWithXmp(png, Containers.xmp("<dc:title>1</dc:title>")), PNG);
        assertEquals("1", XmpReader.properties(result.bytes()).get("title"));
        byte[] many = png();
        for (int i = 0; i <= 100; i++) {
            many = Containers.pngWithXmp(many, "");
        }
        byte[] tooMany = many;
        assertThrows(IOException.class, () -> mark(tooMany, PNG));
    }

    @Test
    public void anotherFormatKeepsTheXmpAndOwnsThatTheManifestIsLost() throws Exception {
        String theirs = Containers.xmp("<dc:title>A fox</dc:title>"
                + "<dcterms:provenance>https://vendor.example/manifest.c2pa</dcterms:provenance>");
        Marks before = new Marks(true, 1, Optional.of(theirs.getBytes()));
        Result result = Marking.mark(folder, jpeg(), JPEG, before);
        Map<String, String> properties = XmpReader.properties(result.bytes());
        assertEquals("A fox", properties.get("title"));
        assertFalse("a seal that is broken", properties.containsKey("provenance"));
        assertEquals(
                "The vendor's C2PA manifest was lost, because another format was asked for."
                        + " The vendor's XMP was kept and completed.",
                result.provenance().note());
    }
}
