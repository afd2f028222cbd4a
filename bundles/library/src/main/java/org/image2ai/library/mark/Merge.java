package org.image2ai.library.mark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.image2ai.api.model.DigitalSourceType;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSSerializer;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Puts the properties of a label into XMP that is already there. What a vendor says of its own picture stays, but for
 * what would contradict the label: the type, where the vendor's says less; the model; the job; what it was made from.
 */
final class Merge {
    private static final String DEPTH = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";
    private static final String DEEPEST = "64";
    private static final String TERMS = "http://purl.org/dc/terms/";
    private static final String PROVENANCE = "provenance";
    private static final String TYPE = "DigitalSourceType";

    /**
     * XMP with the properties of a label.
     *
     * @param packet the whole packet
     * @param source the type that stands there now
     */
    record Merged(byte[] packet, DigitalSourceType source) {}

    private final Document document;
    private final Element rdf;
    private final List<Element> descriptions = new ArrayList<>();

    private Merge(Document document, Element rdf) {
        this.document = document;
        this.rdf = rdf;
        for (Node node = rdf.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element
                    && Xmp.RDF.equals(element.getNamespaceURI())
                    && "Description".equals(element.getLocalName())) {
                descriptions.add(element);
            }
        }
    }

    /** Whether a packet names a C2PA manifest that lies elsewhere: it seals the file as one within does. */
    static boolean namesManifest(byte[] packet) {
        // Most name none, and need not be read for that.
        return new String(packet, StandardCharsets.ISO_8859_1).contains(PROVENANCE)
                && read(packet)
                        .map(merge -> merge.value(TERMS, PROVENANCE).isPresent())
                        .orElse(false);
    }

    /** The packet with a label; empty when it is no XMP. */
    static Optional<Merged> of(byte[] packet, Label label) {
        return read(packet).map(merge -> merge.with(label));
    }

    private static Optional<Merge> read(byte[] packet) {
        try {
            Document document = builder().parse(new ByteArrayInputStream(packet));
            NodeList found = document.getElementsByTagNameNS(Xmp.RDF, "RDF");
            return found.getLength() == 1
                    ? Optional.of(new Merge(document, (Element) found.item(0)))
                    : Optional.empty();
        } catch (SAXException | IOException e) {
            return Optional.empty();
        }
    }

    /** A parser that reads hostile files: no document types, so no entities, and no endless nesting. */
    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(DEPTH, DEEPEST);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("a JDK without an XML parser", e);
        }
    }

    private Merged with(Label label) {
        DigitalSourceType source = stronger(label.source());
        boolean tool = value(Xmp.XMP, "CreatorTool").isPresent();
        boolean named = value(Xmp.MM, "DocumentID").isPresent();
        for (String name : List.of("DerivedFrom", "Ingredients")) {
            remove(Xmp.MM, name);
        }
        remove(Xmp.IPTC, TYPE);
        remove(Xmp.IPTC, "AISystemUsed");
        remove(Xmp.DC, "identifier");
        remove(TERMS, PROVENANCE);
        Element ours = description(new Label(source, label.model(), label.document(), label.ingredients()));
        if (tool) {
            removeFrom(ours, Xmp.XMP, "CreatorTool");
        }
        if (named) {
            removeFrom(ours, Xmp.MM, "DocumentID");
        }
        rdf.appendChild(ours);
        return new Merged(Xmp.wrapped(written()), source);
    }

    /** A vendor may say more than its model does of itself, and never less. */
    private DigitalSourceType stronger(DigitalSourceType ours) {
        return value(Xmp.IPTC, TYPE)
                .flatMap(DigitalSourceType::ofUri)
                .filter(theirs -> theirs.isGenerative() || !ours.isGenerative())
                .orElse(ours);
    }

    private Element description(Label label) {
        try {
            Document parsed = builder().parse(new InputSource(new StringReader(Xmp.description(label))));
            Element ours = (Element) document.importNode(parsed.getDocumentElement(), true);
            // All descriptions of a packet are about the same thing.
            descriptions.stream()
                    .findFirst()
                    .ifPresent(
                            first -> ours.setAttributeNS(Xmp.RDF, "rdf:about", first.getAttributeNS(Xmp.RDF, "about")));
            return ours;
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("a label that is no XML", e);
        }
    }

    /** A property's text, whether it stands in an attribute or an element. */
    private Optional<String> value(String namespace, String name) {
        for (Element description : descriptions) {
            Attr attribute = description.getAttributeNodeNS(namespace, name);
            if (attribute != null) {
                return Optional.of(attribute.getValue());
            }
            for (Element child : children(description, namespace, name)) {
                String resource = child.getAttributeNS(Xmp.RDF, "resource");
                return Optional.of(resource.isEmpty() ? child.getTextContent() : resource);
            }
        }
        return Optional.empty();
    }

    private void remove(String namespace, String name) {
        descriptions.forEach(description -> removeFrom(description, namespace, name));
    }

    private static void removeFrom(Element description, String namespace, String name) {
        description.removeAttributeNS(namespace, name);
        children(description, namespace, name).forEach(description::removeChild);
    }

    private static List<Element> children(Element parent, String namespace, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element
                    && namespace.equals(element.getNamespaceURI())
                    && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    private String written() {
        DOMImplementationLS writers =
                (DOMImplementationLS) document.getImplementation().getFeature("LS", "3.0");
        LSSerializer writer = writers.createLSSerializer();
        writer.getDomConfig().setParameter("xml-declaration", false);
        return writer.writeToString(document.getDocumentElement());
    }
}
