package org.waymark.progress.evidence;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.waymark.edge.Problem;
import org.waymark.progress.Kebab;

/** What the headers and the query say of an upload. */
final class UploadRequest {

    private static final Set<String> FORMS = Set.of("application/x-www-form-urlencoded", "multipart/form-data");

    private UploadRequest() {}

    /** The header's name goes before the query's. */
    static FileName name(@Nullable String disposition, @Nullable String query) {
        String header = disposition == null ? null : named(disposition);
        if (header != null) {
            return new FileName(header);
        }
        if (query == null) {
            throw Problem.invalid(
                    "name", "Say what the file is called: ?name=, or Content-Disposition with a filename.");
        }
        return new FileName(query);
    }

    private static @Nullable String named(String disposition) {
        try {
            return ContentDisposition.parse(disposition).getFilename();
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("Content-Disposition", "Write it like this: attachment; filename*=UTF-8''report.pdf");
        }
    }

    /** Some clients call a body a form unless told otherwise; read as one it is no file any more. */
    static @Nullable String contentType(@Nullable String claimed) {
        if (claimed != null && FORMS.stream().anyMatch(claimed.toLowerCase(Locale.ROOT)::startsWith)) {
            throw Problem.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "file-as-form",
                    "Send the file itself as the body, not a form, with its own Content-Type or application/octet-stream.");
        }
        return claimed;
    }

    static Visibility visibility(String text) {
        return Kebab.parse(Visibility.class, text)
                .orElseThrow(() -> Problem.invalid("visibility", "Either public or private."));
    }

    static @Nullable String key(@Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > 200)) {
            throw Problem.invalid("Idempotency-Key", "1 to 200 characters.");
        }
        return key;
    }
}
