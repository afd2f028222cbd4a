package org.image2ai.library.mark;

import static org.image2ai.library.mark.Marking.JPEG;
import static org.image2ai.library.mark.Marking.LABEL;
import static org.image2ai.library.mark.Marking.PNG;
import static org.image2ai.library.mark.Marking.WEBP;
import static org.image2ai.library.mark.Marking.jpeg;
import static org.image2ai.library.mark.Marking.png;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.image2ai.api.library.Provenance;
import org.image2ai.api.library.Provenance.Mark;
import org.image2ai.library.mark.Marking.Result;
import org.image2ai.tck.pictures.Containers;
import org.image2ai.tck.pictures.Pictures;
import org.image2ai.tck.pictures.XmpReader;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class MarkerTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Result mark(byte[] file, String mediaType) throws IOException {
        return Marking.mark(folder, file, mediaType);
    }

    private static List<byte[]> webps() {
        return List.of(
                Webps.lossy(33, 21), Webps.lossless(33, 21), Webps.losslessAlpha(34, 22), Webps.lossyAlpha(35, 23));
    }

    private static void assertLabelled(Result result) {
        Map<String, String> properties = XmpReader.properties(result.bytes());
        assertEquals(LABEL.source().uri(), properties.get("DigitalSourceType"));
        assertEquals("vendor/model-1", properties.get("AISystemUsed"));
        assertEquals("Image2AI", properties.get("CreatorTool"));
        assertEquals("image2ai:job_1/0", properties.get("identifier"));
        assertEquals("image2ai:job_1/0", properties.get("DocumentID"));
        assertEquals("image2ai:job_0/2", properties.get("DerivedFrom/documentID"));
        assertEquals("image2ai:ast_1 image2ai:ast_2", properties.get("Ingredients/instanceID"));
        assertEquals(new Provenance(Mark.XMP, LABEL.source(), ""), result.provenance());
    }

    @Test
    public void aPngSaysWhatItIsAndKeepsEveryByte() throws Exception {
        byte[] png = png();
        Result result = mark(png, PNG);
        assertLabelled(result);
        assertEquals(result.bytes().length - png.length, added(png, result.bytes(), 33));
    }

    /** How many bytes were put in at a place, the others being the same. */
    private static int added(byte[] before, byte[] after, int at) {
        int more = after.length - before.length;
        assertArrayEquals(Arrays.copyOf(before, at), Arrays.copyOf(after, at));
        assertArrayEquals(
                Arrays.copyOfRange(before, at, before.length), Arrays.copyOfRange(after, at + more, after.length));
        return more;
    }

    @Test
    public void aJpegSaysWhatItIsAfterItsJfif() throws Exception {
        byte[] jpeg = jpeg();
        Result result = mark(jpeg, JPEG);
        assertLabelled(result);
        int jfif = 4 + ByteBuffer.wrap(jpeg).getShort(4);
        assertEquals(0xe0, jpeg[3] & 0xff);
        assertTrue(added(jpeg, result.bytes(), jfif) > 0);
        Pictures.decode(result.bytes());
    }

    @Test
    public void everyKindOfWebpSaysWhatItIsAndDecodesTheSame() throws Exception {
        for (byte[] webp : webps()) {
            Result result = mark(webp, WEBP);
            assertLabelled(result);
            ByteBuffer bytes = ByteBuffer.wrap(result.bytes()).order(ByteOrder.LITTLE_ENDIAN);
            assertEquals(result.bytes().length - 8, bytes.getInt(4));
            assertEquals("VP8X", new String(result.bytes(), 12, 4));
            assertEquals("announces XMP", 4, result.bytes()[20] & 4);
            assertEquals(Webps.decoded(webp), Webps.decoded(result.bytes()));
            assertEquals(
                    "once more",
                    XmpReader.packets(mark(result.bytes(), WEBP).bytes()).size(),
                    1);
        }
    }

    @Test
    public void aWebpWithoutItsLastFillByteIsRead() throws Exception {
        byte[] odd = webps().stream()
                .map(webp -> Containers.webpWith(webp, "TEST", new byte[3]))
                .findFirst()
                .orElseThrow();
        Result result = mark(Arrays.copyOf(odd, odd.length - 1), WEBP);
        assertLabelled(result);
        assertEquals(0, result.bytes().length % 2);
    }

    @Test
    public void aVendorsManifestIsKeptToTheByte() throws Exception {
        byte[] webp = Webps.lossyAlpha(35, 23);
        assertSealed(Containers.pngWithManifest(png()), PNG);
        assertSealed(Containers.pngEndingWith(png(), "caBX", Containers.manifest()), PNG);
        assertSealed(Containers.jpegWithManifest(jpeg()), JPEG);
        assertSealed(Containers.webpWithManifest(webp), WEBP);
        assertSealed(Containers.pngWithXmp(Containers.pngWithManifest(png()), Containers.xmp("")), PNG);
        String elsewhere = "<dcterms:provenance>https://vendor.example/manifest.c2pa</dcterms:provenance>";
        assertSealed(Containers.pngWithXmp(png(), Containers.xmp(elsewhere)), PNG);
    }

    private void assertSealed(byte[] file, String mediaType) throws IOException {
        Result result = mark(file, mediaType);
        assertArrayEquals(file, result.bytes());
        assertEquals(Mark.C2PA, result.provenance().mark());
    }

    @Test
    public void otherSegmentsOfTheKindOfAManifestAreNone() throws Exception {
        assertLabelled(mark(Containers.jpegWith(jpeg(), 0xeb, "JP other boxes".getBytes()), JPEG));
        assertLabelled(mark(Containers.jpegWith(jpeg(), 0xeb, "HDR c2pa".getBytes()), JPEG));
    }

    @Test
    public void damagedFilesAreRefusedOrMarkedAndNothingElse() throws Exception {
        String xmp = Containers.xmp("<dc:title>A fox</dc:title>");
        damage(Containers.pngWithXmp(png(), xmp), PNG);
        damage(Containers.jpegWithXmp(jpeg(), xmp), JPEG);
        damage(Containers.webpWith(Webps.lossyAlpha(20, 20), "XMP ", xmp.getBytes()), WEBP);
        damage(Webps.lossless(20, 20), WEBP);
    }

    private void damage(byte[] file, String mediaType) {
        Random random = new Random(7);
        int marked = 0;
        for (int i = 0; i < 400; i++) {
            byte[] damaged = i % 2 == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file.clone();
            for (int n = random.nextInt(4); n > 0 && damaged.length > 0; n--) {
                damaged[random.nextInt(Math.min(damaged.length, 1_000))] = (byte) random.nextInt();
            }
            try {
                assertTrue(mark(damaged, mediaType).bytes().length > 0);
                marked++;
            } catch (IOException e) {
                continue;
            }
        }
        assertTrue(mediaType + " " + marked, marked > 20 && marked < 380);
    }

    @Test
    public void lengthsThatLeadOutOfTheFileAreRefused() throws Exception {
        for (long length : new long[] {0xffffffffL, 0x7fffffffL, 0x80000000L, 100_000}) {
            byte[] png = png();
            ByteBuffer.wrap(png).putInt(33, (int) length);
            assertThrows(IOException.class, () -> mark(png, PNG));
            byte[] webp = Webps.lossyAlpha(9, 9);
            ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putInt(16, (int) length);
            assertThrows(IOException.class, () -> mark(webp, WEBP));
        }
        byte[] jpeg = jpeg();
        ByteBuffer.wrap(jpeg).putShort(4, (short) 1);
        assertThrows(IOException.class, () -> mark(jpeg, JPEG));
        assertThrows(IOException.class, () -> mark(png(), "image/gif"));
    }
}
