package org.image2ai.tck.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Files of pictures with something beside the pixels, as vendors give them. */
public final class Containers {
    /** What stands before a packet in a PNG's {@code iTXt}: keyword, not compressed, no languages. */
    private static final String PNG_XMP = "XML:com.adobe.xmp\0\0\0\0\0";

    private static final String JPEG_XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final int PNG_HEADER_END = 33;
    private static final int APP1 = 0xe1;
    private static final int APP11 = 0xeb;

    private Containers() {}

    /** A PNG with another chunk after its header. */
    public static byte[] pngWith(byte[] png, String type, byte[] data) {
        return pngWith(png, PNG_HEADER_END, type, data);
    }

    /** A PNG with another chunk as its last but one, where few look. */
    public static byte[] pngEndingWith(byte[] png, String type, byte[] data) {
        return pngWith(png, png.length - 12, type, data);
    }

    private static byte[] pngWith(byte[] png, int at, String type, byte[] data) {
        byte[] typed = concat(latin(type), data);
        CRC32 crc = new CRC32();
        crc.update(typed);
        byte[] chunk = concat(concat(number(data.length), typed), number((int) crc.getValue()));
        return insert(png, at, chunk);
    }

    /** A JPEG with another segment at its beginning. */
    public static byte[] jpegWith(byte[] jpeg, int marker, byte[] data) {
        byte[] segment = ByteBuffer.allocate(4 + data.length)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (2 + data.length))
                .put(data)
                .array();
        return insert(jpeg, 2, segment);
    }

    /** A WebP with another chunk at its end. */
    public static byte[] webpWith(byte[] webp, String type, byte[] data) {
        byte[] chunk = ByteBuffer.allocate(8 + data.length + data.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(latin(type))
                .putInt(data.length)
                .put(data)
                .array();
        byte[] longer = concat(webp, chunk);
        ByteBuffer.wrap(longer).order(ByteOrder.LITTLE_ENDIAN).putInt(4, longer.length - 8);
        return longer;
    }

    /** A PNG with an XMP packet. */
    public static byte[] pngWithXmp(byte[] png, String xmp) {
        return pngWith(png, "iTXt", concat(latin(PNG_XMP), xmp.getBytes(StandardCharsets.UTF_8)));
    }

    /** A JPEG with an XMP packet. */
    public static byte[] jpegWithXmp(byte[] jpeg, String xmp) {
        return jpegWith(jpeg, APP1, concat(latin(JPEG_XMP), xmp.getBytes(StandardCharsets.UTF_8)));
    }

    /** A PNG with a C2PA manifest. */
    public static byte[] pngWithManifest(byte[] png) {
        return pngWith(png, "caBX", manifest());
    }

    /** A JPEG with a C2PA manifest. */
    public static byte[] jpegWithManifest(byte[] jpeg) {
        byte[] box = ByteBuffer.allocate(8)
                .put(latin("JP"))
                .putShort((short) 1)
                .putInt(1)
                .array();
        return jpegWith(jpeg, APP11, concat(box, manifest()));
    }

    /** A WebP with a C2PA manifest. */
    public static byte[] webpWithManifest(byte[] webp) {
        return webpWith(webp, "C2PA", manifest());
    }

    /** The outermost boxes of a manifest store (C2PA 2.1, JUMBF as in ISO 19566-5), with nothing signed in them. */
    public static byte[] manifest() {
        byte[] kind = ByteBuffer.allocate(16)
                .put(latin("c2pa"))
                .putInt(0x00110010)
                .putLong(0x800000AA00389B71L)
                .array();
        byte[] description = box("jumd", concat(concat(kind, new byte[] {3}), latin("c2pa\0")));
        return box("jumb", description);
    }

    private static byte[] box(String type, byte[] content) {
        return concat(concat(number(8 + content.length), latin(type)), content);
    }

    /** XMP with one description of these properties, each an element or several. */
    public static String xmp(String properties) {
        return "<?xpacket begin=\"\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                + " xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\""
                + " xmlns:Iptc4xmpExt=\"http://iptc.org/std/Iptc4xmpExt/2008-02-29/\">" + properties
                + "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";
    }

    private static byte[] insert(byte[] file, int at, byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, at);
        out.writeBytes(bytes);
        out.write(file, at, file.length - at);
        return out.toByteArray();
    }

    private static byte[] concat(byte[] a, byte[] b) {
        return insert(a, a.length, b);
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
