package org.waymark.progress.imports.iati;

import static javax.xml.stream.XMLStreamConstants.*;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Walks an untrusted document tag by tag and keeps of it only what is asked for, within limits. */
final class ElementReader implements AutoCloseable {

    static final int DEEPEST = 64;
    static final int LONGEST_TEXT = 100_000;
    private static final int MOST_ELEMENTS_OF_ONE_ACTIVITY = 100_000;
    private static final int MOST_TEXT_OF_ONE_ACTIVITY = 5_000_000;

    private final MeteredInput input;
    private final XMLStreamReader xml;
    private int depth;
    private int elements;
    private int characters;

    ElementReader(InputStream in) {
        input = new MeteredInput(in);
        try {
            xml = hardenedFactory().createXMLStreamReader(input);
        } catch (XMLStreamException e) {
            throw broken(e, 0);
        }
    }

    /** The JDK's own parser, whatever else is on the class path: the limits here were tried against that one. */
    private static XMLInputFactory hardenedFactory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    /** Moves to the next tag inside the current element; false at that element's end, or at the document's. */
    boolean toChild() {
        while (true) {
            switch (advance()) {
                case START_ELEMENT -> {
                    return true;
                }
                case END_ELEMENT, END_DOCUMENT -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    /** Passes over the rest of the current element. */
    void skip() {
        var outside = depth - 1;
        while (depth > outside) {
            advance();
        }
    }

    /** The plain name, or null for an element of another vocabulary. */
    @Nullable String name() {
        var namespace = xml.getNamespaceURI();
        return namespace == null || namespace.isEmpty() ? xml.getLocalName() : null;
    }

    @Nullable String attribute(String name) {
        return xml.getAttributeValue("", name);
    }

    int line() {
        return Math.max(xml.getLocation().getLineNumber(), 0);
    }

    /** The current element and, of what is below it, the paths to keep; {@code withText} names those that carry text. */
    Element read(Set<String> paths, Set<String> withText) {
        elements = 0;
        characters = 0;
        return read("", paths, withText);
    }

    private Element read(String path, Set<String> paths, Set<String> withText) {
        var line = line();
        var name = xml.getLocalName();
        var keepText = withText.contains(name);
        if (++elements > MOST_ELEMENTS_OF_ONE_ACTIVITY) {
            throw tooMuch("An activity has more than " + MOST_ELEMENTS_OF_ONE_ACTIVITY + " elements to read");
        }
        var attributes = attributes();
        var text = new StringBuilder();
        var children = new ArrayList<Element>();
        for (var event = advance(); event != END_ELEMENT; event = advance()) {
            if (event == START_ELEMENT) {
                var child = name() == null ? "" : path.isEmpty() ? name() : path + "/" + name();
                if (paths.contains(child)) {
                    children.add(read(child, paths, withText));
                } else {
                    skip();
                }
            } else if (keepText && (event == CHARACTERS || event == CDATA || event == SPACE)) {
                text.append(bounded(xml.getText(), text.length()));
            }
        }
        return new Element(line, name, attributes, text.toString(), children);
    }

    private Map<String, String> attributes() {
        var attributes = new HashMap<String, String>();
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            var namespace = xml.getAttributeNamespace(i);
            var value = bounded(xml.getAttributeValue(i), 0);
            if (namespace == null || namespace.isEmpty()) {
                attributes.put(xml.getAttributeLocalName(i), value);
            } else if (namespace.equals(XMLConstants.XML_NS_URI) && xml.getAttributeLocalName(i).equals("lang")) {
                attributes.put(Element.LANGUAGE, value);
            }
        }
        return attributes;
    }

    private String bounded(String piece, int before) {
        if (before + piece.length() > LONGEST_TEXT) {
            throw tooMuch("A text has more than " + LONGEST_TEXT + " characters");
        }
        characters += piece.length();
        if (characters > MOST_TEXT_OF_ONE_ACTIVITY) {
            throw tooMuch("The texts of one activity have more than " + MOST_TEXT_OF_ONE_ACTIVITY + " characters");
        }
        return piece;
    }

    IatiRefused tooMuch(String sentence) {
        return new IatiRefused(line(), sentence + ". Shorten it or split the file, and send it again.");
    }

    private int advance() {
        input.nextPiece();
        try {
            var event = xml.next();
            switch (event) {
                case START_ELEMENT -> descend();
                case END_ELEMENT -> depth--;
                case DTD, ENTITY_REFERENCE, ENTITY_DECLARATION ->
                    throw new IatiRefused(
                            line(),
                            "The file declares a document type or uses entities of its own."
                                    + " IATI files need neither: remove the DOCTYPE and send it again.");
                default -> {}
            }
            return event;
        } catch (XMLStreamException e) {
            throw broken(e, line());
        }
    }

    private void descend() {
        if (++depth > DEEPEST) {
            throw tooMuch("Elements are nested more than " + DEEPEST + " deep");
        }
    }

    private static RuntimeException broken(XMLStreamException e, int lineSoFar) {
        var line = e.getLocation() == null
                ? lineSoFar
                : Math.max(e.getLocation().getLineNumber(), lineSoFar);
        return switch (e.getNestedException()) {
            case MeteredInput.PieceTooLarge large ->
                new IatiRefused(line, "A single tag, comment or text fills more than a megabyte.", large);
            case CharConversionException encoding ->
                new IatiRefused(line, "The file holds bytes that are not of the encoding it declares.", encoding);
            case IOException io -> new UncheckedIOException(io);
            case null, default ->
                new IatiRefused(line, "The file is not well-formed XML, or breaks off: export it again.", e);
        };
    }

    /** The stream stays open: it is the caller's. */
    @Override
    public void close() {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw broken(e, line());
        }
    }
}
