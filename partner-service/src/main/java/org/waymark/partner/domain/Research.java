package org.waymark.partner.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What partners want to know or have found to work, shared by one of them with all: a question of the research agenda, or
 * a practice. Longer text stands where {@link Finding} points to; here are facts and public titles alone.
 *
 * @param by the partner that shares it; null where the secretariat does
 * @param commitments ids of those it came out of or matters to
 */
public record Research(
        Kind kind,
        @Nullable PartnerId by,
        String title,
        boolean open,
        List<Country> countries,
        List<UUID> commitments,
        List<Finding> findings) {

    private static final int MOST = 50;

    /** What it is. */
    public enum Kind {
        QUESTION,
        PRACTICE
    }

    public Research {
        title = Texts.stripped("title", "A title", title, Finding.LONGEST_TITLE);
        countries = few("countries", countries);
        commitments = few("commitments", commitments);
        findings = few("findings", findings);
        if (kind == Kind.QUESTION && !open && findings.isEmpty()) {
            throw Refusal.ofField("findings", "A question that is answered has at least one finding.");
        }
    }

    private static <T> List<T> few(String field, List<T> values) {
        if (values.size() > MOST) {
            throw Refusal.ofField(field, "At most " + MOST + ".");
        }
        return values.stream().distinct().toList();
    }
}
