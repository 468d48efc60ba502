package org.waymark.progress.imports.iati;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A kept element of one activity; {@code text} is read only where text is carried. */
record Element(int line, String name, Map<String, String> attributes, String text, List<Element> children) {

    static final String LANGUAGE = "xml:lang";

    /** Stripped; null where missing or blank. */
    @Nullable
    String attribute(String attribute) {
        var value = attributes.get(attribute);
        return value == null || value.isBlank() ? null : value.strip();
    }

    String attribute(String attribute, String otherwise) {
        var value = attribute(attribute);
        return value == null ? otherwise : value;
    }

    List<Element> all(String child) {
        return children.stream().filter(each -> each.name.equals(child)).toList();
    }

    @Nullable
    Element first(String child) {
        return children.stream()
                .filter(each -> each.name.equals(child))
                .findFirst()
                .orElse(null);
    }

    boolean has(String child) {
        return first(child) != null;
    }
}
