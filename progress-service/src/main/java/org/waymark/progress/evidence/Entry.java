package org.waymark.progress.evidence;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.Kebab;

/**
 * A file's document.
 *
 * @param content under which id its bytes are
 * @param published commitments with an update that names it
 * @param claims updates that may yet be found to name it
 * @param unsettledSince when it was uploaded or last claimed; null when there is no more to find out
 */
record Entry(
        EvidenceFile file,
        String content,
        List<String> published,
        List<Claim> claims,
        @Nullable Instant unsettledSince) {

    Entry {
        published = List.copyOf(published);
        claims = List.copyOf(claims);
    }

    /** An update of a commitment that names the file, if it is ever stored. */
    record Claim(String commitment, String update) {

        Document write() {
            return new Document("commitment", commitment).append("update", update);
        }

        static Claim read(Document stored) {
            return new Claim(stored.getString("commitment"), stored.getString("update"));
        }
    }

    static Entry uploaded(EvidenceFile file, String content, Instant now) {
        return new Entry(file, content, List.of(), List.of(), now);
    }

    Document write() {
        Document document = new Document("_id", file.id())
                .append("organization", file.organization())
                .append("name", file.name())
                .append("type", file.type())
                .append("size", file.size())
                .append("sha256", file.sha256())
                .append("visibility", Kebab.of(file.visibility()))
                .append("content", content)
                .append("published", published)
                .append("claims", claims.stream().map(Claim::write).toList());
        return unsettledSince == null ? document : document.append("unsettledSince", Date.from(unsettledSince));
    }

    static Entry read(Document stored) {
        EvidenceFile file = new EvidenceFile(
                stored.getString("_id"),
                stored.getString("organization"),
                stored.getString("name"),
                stored.getString("type"),
                stored.getLong("size"),
                stored.getString("sha256"),
                Visibility.valueOf(stored.getString("visibility").toUpperCase(Locale.ROOT)));
        Date since = stored.getDate("unsettledSince");
        return new Entry(
                file,
                stored.getString("content"),
                stored.getList("published", String.class),
                stored.getList("claims", Document.class).stream()
                        .map(Claim::read)
                        .toList(),
                since == null ? null : since.toInstant());
    }
}
