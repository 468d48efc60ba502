package org.waymark.progress.imports.iati;

import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.InputStream;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.imports.reading.FileRefused;

/**
 * The activities of one IATI 2.x activity file, one after the other, with never more than one in memory.
 *
 * <pre>{@code
 * try (var activities = IatiActivities.open(in)) {
 *     for (var entry = activities.next(); entry != null; entry = activities.next()) {
 *         switch (entry) {
 *             case IatiActivity activity -> ...
 *             case Unusable unusable -> ...
 *         }
 *     }
 * }
 * }</pre>
 */
public final class IatiActivities implements AutoCloseable {

    private static final Pattern VERSION_2 = Pattern.compile("2\\.\\d{2}");

    private final XmlCursor cursor;
    private boolean ended;

    private IatiActivities(XmlCursor cursor) {
        this.cursor = cursor;
    }

    /**
     * Reads as far as the root element. The stream stays the caller's to close.
     *
     * @throws FileRefused also from {@link #next()}
     * @throws java.io.UncheckedIOException where the stream itself fails, also from {@link #next()}
     */
    public static IatiActivities open(InputStream in) {
        var cursor = new XmlCursor(in);
        toTag(cursor);
        if (!"iati-activities".equals(cursor.name())) {
            throw cursor.refusal("This is no IATI activity file: its outermost element is not iati-activities.");
        }
        var version = cursor.xml().getAttributeValue("", "version");
        if (version == null || !VERSION_2.matcher(version.strip()).matches()) {
            throw cursor.refusal("Only IATI 2.x can be read, such as version=\"2.03\"; this file names "
                    + (version == null ? "no version." : "another version."));
        }
        return new IatiActivities(cursor);
    }

    /** The next activity, or why it cannot be used; null after the last one, and only where the file is complete. */
    public @Nullable IatiEntry next() {
        while (!ended) {
            if (toTag(cursor) == END_DOCUMENT) {
                ended = true;
            } else if (cursor.name().equals("iati-activity")) {
                return new ActivityReading(ElementReader.read(cursor)).entry();
            } else {
                cursor.skip();
            }
        }
        return null;
    }

    private static int toTag(XmlCursor cursor) {
        var event = cursor.advance();
        while (event != START_ELEMENT && event != END_DOCUMENT) {
            event = cursor.advance();
        }
        return event;
    }

    @Override
    public void close() {
        cursor.close();
    }
}
