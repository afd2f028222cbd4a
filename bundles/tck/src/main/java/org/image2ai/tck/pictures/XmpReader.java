package org.image2ai.tck.pictures;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Reads XMP as a scanner does that knows no file formats: from where a packet begins to where it ends. It shares nothing
 * with what writes the packets.
 */
public final class XmpReader {
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String BEGIN = "<x:xmpmeta";
    private static final String END = "</x:xmpmeta>";

    private XmpReader() {}

    /** Every packet in a file. */
    public static List<String> packets(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        List<String> found = new ArrayList<>();
        for (int from = text.indexOf(BEGIN); from >= 0; from = text.indexOf(BEGIN, from + 1)) {
            int to = text.indexOf(END, from);
            if (to >= 0) {
                byte[] packet = text.substring(from, to + END.length()).getBytes(StandardCharsets.ISO_8859_1);
                found.add(new String(packet, StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    /**
     * The properties of the one packet of a file: {@code DigitalSourceType} to what it says. A name that stands more than
     * once has all its texts, joined by spaces; the name of a structure stands before the names in it, with a slash.
     *
     * @throws AssertionError when there is not exactly one packet
     */
    public static Map<String, String> properties(byte[] file) {
        List<String> packets = packets(file);
        if (packets.size() != 1) {
            throw new AssertionError(packets.size() + " packets in a file");
        }
        Map<String, String> all = new TreeMap<>();
        NodeList descriptions = parsed(packets.get(0)).getElementsByTagNameNS(RDF, "Description");
        for (int i = 0; i < descriptions.getLength(); i++) {
            collect((Element) descriptions.item(i), "", all);
        }
        return all;
    }

    private static Document parsed(String packet) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(packet)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("a packet that is no XML: " + packet, e);
        }
    }

    private static void collect(Element element, String path, Map<String, String> to) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (!RDF.equals(attribute.getNamespaceURI()) && !attribute.getName().startsWith("xmlns")) {
                to.merge(path + attribute.getLocalName(), attribute.getValue(), (a, b) -> a + " " + b);
            }
        }
        for (int i = 0; i < element.getChildNodes().getLength(); i++) {
            if (element.getChildNodes().item(i) instanceof Element child) {
                boolean plain = child.getElementsByTagName("*").getLength() == 0;
                boolean syntax = RDF.equals(child.getNamespaceURI());
                if (plain) {
                    to.merge(
                            path + (syntax ? "" : child.getLocalName()), child.getTextContent(), (a, b) -> a + " " + b);
                } else {
                    collect(child, syntax ? path : path + child.getLocalName() + "/", to);
                }
            }
        }
    }
}
