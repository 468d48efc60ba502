package org.waymark.progress.imports.iati;

import static javax.xml.stream.XMLStreamConstants.DTD;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.ENTITY_REFERENCE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.MissingResourceException;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.imports.reading.FileRefused;

/** Walks an untrusted document, and turns all that can go wrong on the way into a refusal with its line. */
final class XmlCursor implements AutoCloseable {

    private static final int DEEPEST = 64;
    private static final String DOCTYPE = "The file declares a document type or entities of its own."
            + " IATI files need neither: remove them and send it again.";

    private final MeteredInput input;
    private final XMLStreamReader xml;
    private int depth;

    XmlCursor(InputStream in) {
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
        // These count every &amp; of the document and would stop an honest file at the 100,000th; the entities they
        // are meant for cannot be declared here.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        return factory;
    }

    /** The event moved to, one of {@link javax.xml.stream.XMLStreamConstants}. */
    int advance() {
        input.nextPiece();
        try {
            var event = xml.next();
            switch (event) {
                case START_ELEMENT -> descend();
                case END_ELEMENT -> depth--;
                case DTD, ENTITY_REFERENCE -> throw refusal(DOCTYPE);
                default -> {}
            }
            return event;
        } catch (XMLStreamException e) {
            throw broken(e, line());
        } catch (MissingResourceException e) { // the parser has no words for one of its own errors in document types
            throw refusal(DOCTYPE);
        }
    }

    private void descend() {
        if (++depth > DEEPEST) {
            throw tooMuch("Elements are nested more than " + DEEPEST + " deep");
        }
    }

    /** Passes over the rest of the current element. */
    void skip() {
        var outside = depth - 1;
        while (depth > outside) {
            advance();
        }
    }

    /** The plain name, or empty for an element of another vocabulary. */
    String name() {
        return isPlain(xml.getNamespaceURI()) ? xml.getLocalName() : "";
    }

    static boolean isPlain(@Nullable String namespace) {
        return namespace == null || namespace.isEmpty();
    }

    XMLStreamReader xml() {
        return xml;
    }

    int line() {
        return Math.max(xml.getLocation().getLineNumber(), 0);
    }

    FileRefused refusal(String sentence) {
        return new FileRefused(line(), sentence);
    }

    FileRefused tooMuch(String what) {
        return refusal(what + ". Shorten it or split the file, and send it again.");
    }

    private static RuntimeException broken(XMLStreamException e, int line) {
        var cause = e.getNestedException();
        if (cause instanceof MeteredInput.PieceTooLarge) {
            return new FileRefused(line, "A single tag, comment or text fills more than a megabyte.", cause);
        }
        if (cause instanceof CharConversionException) {
            return new FileRefused(line, "The file holds bytes that are not of the encoding it declares.", cause);
        }
        if (cause instanceof IOException io) {
            return new UncheckedIOException(io);
        }
        return new FileRefused(line, "The file is not well-formed XML, or breaks off: export it again.", e);
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
