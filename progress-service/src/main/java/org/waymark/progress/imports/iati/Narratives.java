package org.waymark.progress.imports.iati;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses one language of a text: the activity's own, else English, else the first given. */
record Narratives(@Nullable String ownLanguage) {

    /** A text in one line, as titles and names are; null where missing or blank. */
    @Nullable
    String line(@Nullable Element parent) {
        var text = text(parent);
        return text == null ? null : text.replaceAll("\\s+", " ");
    }

    @Nullable
    String text(@Nullable Element parent) {
        return parent == null ? null : choose(parent.all("narrative"));
    }

    private @Nullable String choose(List<Element> narratives) {
        Predicate<Element> own = narrative -> {
            var language = narrative.attribute(Element.LANGUAGE);
            return language == null || language.equalsIgnoreCase(ownLanguage);
        };
        Predicate<Element> english = narrative -> "en".equalsIgnoreCase(narrative.attribute(Element.LANGUAGE));
        return Stream.<Predicate<Element>>of(own, english, any -> true)
                .flatMap(wanted -> narratives.stream().filter(wanted))
                .map(narrative -> narrative.text().strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
