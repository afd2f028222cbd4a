package org.image2ai.library.mark;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes XMP (ISO 16684-1) with the properties of a label. */
final class Xmp {
    static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    static final String DC = "http://purl.org/dc/elements/1.1/";
    static final String XMP = "http://ns.adobe.com/xap/1.0/";
    static final String MM = "http://ns.adobe.com/xap/1.0/mm/";
    static final String IPTC = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
    private static final String REF = "http://ns.adobe.com/xap/1.0/sType/ResourceRef#";
    private static final String BEGIN = "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n";
    private static final String END = "\n<?xpacket end=\"w\"?>";

    private Xmp() {}

    /** A packet that says what a label says and nothing else. */
    static byte[] packet(Label label) {
        return wrapped("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"" + RDF + "\">\n"
                + description(label) + "</rdf:RDF></x:xmpmeta>");
    }

    /** A packet around a document. */
    static byte[] wrapped(String document) {
        return (BEGIN + document + END).getBytes(StandardCharsets.UTF_8);
    }

    static String description(Label label) {
        StringBuilder xml = new StringBuilder("<rdf:Description rdf:about=\"\"");
        namespace(xml, "rdf", RDF);
        namespace(xml, "dc", DC);
        namespace(xml, "xmp", XMP);
        namespace(xml, "xmpMM", MM);
        namespace(xml, "stRef", REF);
        namespace(xml, "Iptc4xmpExt", IPTC);
        xml.append(">\n");
        property(xml, "Iptc4xmpExt:DigitalSourceType", label.source().uri());
        property(xml, "Iptc4xmpExt:AISystemUsed", label.model());
        property(xml, "xmp:CreatorTool", "Image2AI");
        property(xml, "dc:identifier", label.document());
        property(xml, "xmpMM:DocumentID", label.document());
        if (!label.ingredients().isEmpty()) {
            xml.append("<xmpMM:DerivedFrom");
            reference(xml, label.ingredients().get(0), "</xmpMM:DerivedFrom>\n");
            ingredients(xml, label.ingredients());
        }
        return xml.append("</rdf:Description>\n").toString();
    }

    private static void ingredients(StringBuilder xml, List<Label.Ingredient> ingredients) {
        xml.append("<xmpMM:Ingredients><rdf:Bag>\n");
        for (Label.Ingredient ingredient : ingredients) {
            xml.append("<rdf:li");
            reference(xml, ingredient, "</rdf:li>\n");
        }
        xml.append("</rdf:Bag></xmpMM:Ingredients>\n");
    }

    private static void reference(StringBuilder xml, Label.Ingredient ingredient, String end) {
        xml.append(" rdf:parseType=\"Resource\">\n");
        property(xml, "stRef:documentID", ingredient.document());
        property(xml, "stRef:instanceID", ingredient.asset());
        xml.append(end);
    }

    private static void namespace(StringBuilder xml, String prefix, String uri) {
        xml.append(" xmlns:").append(prefix).append("=\"").append(uri).append('"');
    }

    private static void property(StringBuilder xml, String name, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        xml.append('<').append(name).append('>').append(escaped);
        xml.append("</").append(name).append(">\n");
    }
}
