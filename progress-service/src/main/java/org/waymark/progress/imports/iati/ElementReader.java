package org.waymark.progress.imports.iati;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;

/** Takes one activity into memory: the elements that are carried, and no more of them than fits. */
final class ElementReader {

    private static final int LONGEST_TEXT = 100_000;
    private static final int MOST_TEXT = 5_000_000;
    private static final int MOST_ELEMENTS = 100_000;
    private static final int MOST_INDICATORS = 2_000;

    /** Kept where the parent is kept, so that no path needs spelling out. */
    private static final Set<String> KEPT = Set.of(
            "activity-date",
            "activity-scope",
            "activity-status",
            "actual",
            "baseline",
            "description",
            "dimension",
            "iati-identifier",
            "indicator",
            "location",
            "narrative",
            "period",
            "period-end",
            "period-start",
            "recipient-country",
            "recipient-region",
            "reporting-org",
            "result",
            "tag",
            "target",
            "title");

    private static final Set<String> WITH_TEXT = Set.of("iati-identifier", "narrative");

    private final XmlCursor cursor;
    private int elements;
    private int indicators;
    private int characters;

    private ElementReader(XmlCursor cursor) {
        this.cursor = cursor;
    }

    /** The element the cursor stands at; leaves the cursor at its end. */
    static Element read(XmlCursor cursor) {
        return new ElementReader(cursor).read();
    }

    private Element read() {
        var line = cursor.line();
        var name = cursor.name();
        count(name);
        var attributes = attributes();
        var text = new StringBuilder();
        var children = new ArrayList<Element>();
        for (var event = cursor.advance(); event != END_ELEMENT; event = cursor.advance()) {
            switch (event) {
                case START_ELEMENT -> {
                    if (KEPT.contains(cursor.name())) {
                        children.add(read());
                    } else {
                        cursor.skip();
                    }
                }
                case CHARACTERS, CDATA -> {
                    if (WITH_TEXT.contains(name)) {
                        text.append(bounded(cursor.xml().getText(), text.length()));
                    }
                }
                default -> {}
            }
        }
        return new Element(line, name, attributes, text.toString(), children);
    }

    private void count(String name) {
        if (name.equals("indicator") && ++indicators > MOST_INDICATORS) {
            throw cursor.tooMuch("An activity has more than " + MOST_INDICATORS + " indicators");
        }
        if (++elements > MOST_ELEMENTS) {
            throw cursor.tooMuch("An activity has more than " + MOST_ELEMENTS + " elements to read");
        }
    }

    private Map<String, String> attributes() {
        var xml = cursor.xml();
        var attributes = new HashMap<String, String>();
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            var namespace = xml.getAttributeNamespace(i);
            var name = xml.getAttributeLocalName(i);
            if (XmlCursor.isPlain(namespace)) {
                attributes.put(name, bounded(xml.getAttributeValue(i), 0));
            } else if (XMLConstants.XML_NS_URI.equals(namespace) && name.equals("lang")) {
                attributes.put(Element.LANGUAGE, bounded(xml.getAttributeValue(i), 0));
            }
        }
        return attributes;
    }

    private String bounded(String piece, int before) {
        characters += piece.length();
        if (before + piece.length() > LONGEST_TEXT) {
            throw cursor.tooMuch("A text has more than " + LONGEST_TEXT + " characters");
        }
        if (characters > MOST_TEXT) {
            throw cursor.tooMuch("The texts of an activity have more than " + MOST_TEXT + " characters");
        }
        return piece;
    }
}
