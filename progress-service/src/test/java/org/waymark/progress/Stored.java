package org.waymark.progress;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.bson.BsonArray;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** Documents that an earlier version stored, kept beside the test that reads them, in MongoDB's extended JSON. */
public final class Stored {

    private static final JsonWriterSettings EXTENDED =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private Stored() {}

    public static List<Document> documents(Class<?> beside, String name) {
        return BsonArray.parse(text(beside, name)).stream()
                .map(one -> Document.parse(one.asDocument().toJson(EXTENDED)))
                .toList();
    }

    public static Document document(Class<?> beside, String name) {
        return Document.parse(text(beside, name));
    }

    private static String text(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
