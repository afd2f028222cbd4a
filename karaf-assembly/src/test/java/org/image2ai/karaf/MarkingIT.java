package org.image2ai.karaf;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.tck.pictures.Pictures;
import org.image2ai.tck.pictures.XmpReader;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** What the files of a packed server say of themselves, to a scanner of ours and to exiftool. */
public class MarkingIT {
    private static final String TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/";
    private static final String PROMPT = "a red fox and a secret wish";

    private static Distribution server;
    private static Client person;

    @BeforeClass
    public static void start() {
        server = Distribution.unpack("marking").start();
        person = People.person(server, "ada@example.org");
    }

    @AfterClass
    public static void stop() {
        List<String> warnings = server.warnings();
        server.stop();
        server.close();
        assertEquals("the log of a server that did nothing wrong", List.of(), warnings);
    }

    /** A job that ended well. */
    private record Made(JsonNode job) {
        String id() {
            return job.get("id").asText();
        }

        String asset() {
            return job.get("outputs").get(0).get("asset").asText();
        }

        byte[] file() {
            return person.get("/api/v1/assets/" + asset() + "/content")
                    .expect(200)
                    .bytes();
        }
    }

    private static Made run(String body) {
        JsonNode job = person.post("/api/v1/jobs", body, "Prefer", "wait=60")
                .expect(200)
                .json();
        assertEquals(job.toString(), "SUCCEEDED", job.get("state").asText());
        return new Made(job);
    }

    private static Made generate(String format) {
        return run("{\"operation\":\"generate\",\"prompt\":\"" + PROMPT + "\",\"format\":\"" + format
                + "\",\"parameters\":{\"width\":256,\"height\":256}}");
    }

    /** What a file says, to whoever reads it. */
    private static Map<String, String> said(byte[] file) throws IOException {
        Map<String, String> properties = XmpReader.properties(file);
        if (ExifTool.isHere()) {
            JsonNode found = ExifTool.read(file);
            assertEquals(
                    found.toString(), "0 0 0", found.get("ExifTool:Validate").asText());
            Map<String, String> names = Map.of(
                    "XMP-iptcExt:DigitalSourceType", "DigitalSourceType",
                    "XMP-iptcExt:AISystemUsed", "AISystemUsed",
                    "XMP-xmp:CreatorTool", "CreatorTool",
                    "XMP-dc:Identifier", "identifier",
                    "XMP-xmpMM:DerivedFromInstanceID", "DerivedFrom/instanceID");
            names.forEach((theirs, ours) -> assertEquals(
                    theirs,
                    Optional.ofNullable(properties.get(ours)),
                    Optional.ofNullable(found.get(theirs)).map(JsonNode::asText)));
        }
        return properties;
    }

    private static JsonNode marking(Made made) {
        return made.job().get("receipt").get("details").get("marking").get(0);
    }

    @Test
    public void pngJpegAndWebpSayThatAnAlgorithmDrewThem() throws Exception {
        for (String format : List.of("png", "jpeg", "webp")) {
            Made made = generate(format);
            byte[] file = made.file();
            assertEquals(Optional.of("image/" + format), Pictures.mediaType(file));
            Map<String, String> said = said(file);
            assertEquals(TYPES + "algorithmicMedia", said.get("DigitalSourceType"));
            assertEquals("embedded/illustrator", said.get("AISystemUsed"));
            assertEquals("Image2AI", said.get("CreatorTool"));
            assertEquals("image2ai:" + made.id() + "/0", said.get("identifier"));
            assertEquals("xmp", marking(made).get("mark").asText());
            assertEquals(
                    "algorithmicMedia", marking(made).get("digitalSourceType").asText());
        }
    }

    @Test
    public void everyWayToAPictureGivesTheMarkedFile() throws Exception {
        Made made = generate("png");
        byte[] file = made.file();
        JsonNode asset =
                person.get("/api/v1/assets/" + made.asset()).expect(200).json();
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(file);
        assertEquals(HexFormat.of().formatHex(sum), asset.get("sha256").asText());
        assertEquals(file.length, asset.get("bytes").asLong());
        assertEquals("XMP", asset.get("lineage").get("provenance").get("mark").asText());
        String link = person.post("/api/v1/assets/" + made.asset() + "/links", "{}")
                .expect(200)
                .json()
                .get("url")
                .asText();
        URI uri = URI.create(link);
        assertArrayEquals(
                file,
                server.client()
                        .get(uri.getRawPath() + "?" + uri.getRawQuery())
                        .expect(200)
                        .bytes());
        byte[] thumbnail = person.get("/api/v1/assets/" + made.asset() + "/thumbnail?size=128")
                .expect(200)
                .bytes();
        assertEquals(TYPES + "algorithmicMedia", said(thumbnail).get("DigitalSourceType"));
        String encoded = person.post(
                        "/v1/images/generations",
                        "{\"prompt\":\"" + PROMPT + "\",\"size\":\"512x512\",\"output_format\":\"webp\"}")
                .expect(200)
                .json()
                .get("data")
                .get(0)
                .get("b64_json")
                .asText();
        assertEquals(
                TYPES + "algorithmicMedia",
                said(Base64.getDecoder().decode(encoded)).get("DigitalSourceType"));
    }

    @Test
    public void nothingInAFileIsAboutAPerson() {
        String account = person.get("/api/v1/me").expect(200).json().get("id").asText();
        for (String format : List.of("png", "jpeg", "webp")) {
            String packet = XmpReader.packets(generate(format).file()).get(0);
            for (String personal : List.of(account, "ada@example.org", "fox", "secret")) {
                assertFalse(packet, packet.contains(personal));
            }
        }
    }

    @Test
    public void aPictureOfAPictureNamesItsIngredientAndWhatBecameOfIt() throws Exception {
        Made drawn = generate("jpeg");
        Made larger = run("{\"operation\":\"upscale\",\"model\":\"embedded/enhance-x4\",\"inputs\":[{\"asset\":\""
                + drawn.asset() + "\"}]}");
        Map<String, String> said = said(larger.file());
        assertEquals(TYPES + "compositeWithTrainedAlgorithmicMedia", said.get("DigitalSourceType"));
        assertEquals("image2ai:" + drawn.asset(), said.get("DerivedFrom/instanceID"));
        assertEquals("image2ai:" + drawn.id() + "/0", said.get("DerivedFrom/documentID"));
        assertEquals("the chain", said(drawn.file()).get("DocumentID"), said.get("DerivedFrom/documentID"));
    }

    @Test
    public void aPhotographWithSomethingRemovedIsAComposite() throws Exception {
        String photo = person.upload(Pictures.bytes("photo.jpg"), "image/jpeg");
        String mask = person.upload(Pictures.bytes("photo-mask.png"), "image/png");
        Made edited = run("{\"operation\":\"inpaint\",\"model\":\"embedded/inpaint\",\"inputs\":[{\"asset\":\"" + photo
                + "\"},{\"asset\":\"" + mask + "\",\"role\":\"mask\"}]}");
        Map<String, String> said = said(edited.file());
        assertEquals(TYPES + "composite", said.get("DigitalSourceType"));
        assertEquals("image2ai:" + photo, said.get("Ingredients/instanceID"));
    }
}
