package org.waymark.progress.imports.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.imports.reading.FileRefused;

/** The rows of an untrusted table in UTF-8, one at a time, and its header. */
final class CsvRows {

    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST_CELL = 100_000;
    private static final int LONGEST_ROW = 1_000_000;

    private static final Pattern BEGINNING = Pattern.compile("record that started in line (\\d+)");

    private final LastCharacter ending;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> header;
    private int line = 1;
    private @Nullable CsvRecord last;

    CsvRows(InputStream in) {
        var utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ending = new LastCharacter(new InputStreamReader(in, utf8));
        records = read(() -> {
            var reader = new BufferedReader(ending);
            return records(reader, Separator.of(reader));
        });
        var first = record();
        if (first == null) {
            throw new FileRefused(1, "The file is empty: its first row names the columns.");
        }
        header = first.getFields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        checkHeader();
    }

    private static CloseableIterator<CsvRecord> records(BufferedReader reader, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(MOST_COLUMNS)
                                .maxFieldSize(LONGEST_CELL)
                                .maxRecordSize(LONGEST_ROW)
                                .build(),
                        reader)
                .iterator();
    }

    private void checkHeader() {
        for (var column : header) {
            if (!column.isEmpty() && header.indexOf(column) != header.lastIndexOf(column)) {
                throw new FileRefused(line, "Two columns have the same name, " + column + ".");
            }
        }
    }

    /** Names in small letters. */
    List<String> header() {
        return header;
    }

    /** The next row that is not blank; null after the last. */
    @Nullable
    CsvRow next() {
        for (var record = record(); record != null; record = record()) {
            var cells = new HashMap<String, String>();
            for (var i = 0; i < Math.min(record.getFieldCount(), header.size()); i++) {
                var cell = record.getField(i).strip();
                if (!cell.isEmpty()) {
                    cells.put(header.get(i), cell);
                }
            }
            if (!cells.isEmpty()) {
                return new CsvRow(line, record.getFieldCount(), cells);
            }
        }
        return null;
    }

    private @Nullable CsvRecord record() {
        return this.<@Nullable CsvRecord>read(() -> {
            if (!records.hasNext()) {
                checkEnding();
                return null;
            }
            last = records.next();
            line = Math.toIntExact(last.getStartingLineNumber());
            return last;
        });
    }

    /** A cell that runs over lines stands in quotation marks; at the end of the table the second must be there. */
    private void checkEnding() {
        var end = last == null ? "" : last.getField(last.getFieldCount() - 1);
        if (end.indexOf('\n') >= 0 && !ending.isQuotationMark()) {
            throw new FileRefused(line, "A quotation mark in this row is not closed, or the file breaks off.");
        }
    }

    private interface Reading<T extends @Nullable Object> {
        T read() throws IOException;
    }

    private <T extends @Nullable Object> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (CharacterCodingException e) {
            throw notUtf8(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException ? notUtf8(e) : e;
        } catch (CsvParseException e) {
            throw new FileRefused(
                    beginning(e),
                    "This row cannot be read: a quotation mark has text behind it or is not closed, or there are more"
                            + " than 200 cells, 100,000 characters in a cell or a million in the row.",
                    e);
        }
    }

    private int beginning(CsvParseException e) {
        var named = BEGINNING.matcher(String.valueOf(e.getMessage()));
        return named.find() ? Integer.parseInt(named.group(1)) : line;
    }

    private FileRefused notUtf8(Exception e) {
        return new FileRefused(line, "The file is not in UTF-8 from about here on: save it as \"CSV UTF-8\".", e);
    }
}
