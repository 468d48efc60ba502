package org.waymark.progress.imports.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.waymark.progress.imports.csv.Tables.own;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.waymark.progress.imports.reading.FileRefused;

class CsvRefusalsTest {

    @Test
    void refuses_an_unknown_header_with_the_columns_of_every_mapping() {
        var refused = refusalOf("name,deadline\nSchools,soon\n");

        assertThat(refused.line()).isEqualTo(1);
        assertThat(refused)
                .hasMessageContaining("The header names the columns name, deadline")
                .hasMessageContaining("waymark: organization*, organization_name, ")
                .hasMessageContaining("ogp-action-plan: plan*, ")
                .hasMessageContaining("beneficial-ownership: id*, ");
    }

    @Test
    void refuses_a_mapping_there_is_not_and_a_table_that_does_not_fit_the_one_named() {
        assertThat(refusalOf(() -> CsvCommitments.open(stream(own("end", "")), "mine")))
                .hasMessageContaining("There is no mapping \"mine\"")
                .hasMessageContaining("beneficial-ownership: id*, ");
        assertThat(refusalOf(() -> CsvCommitments.open(stream(own("end", "")), "ogp-action-plan")))
                .hasMessageContaining("ogp-action-plan: plan*, ")
                .hasMessageNotContaining("waymark:");
    }

    @Test
    void refuses_an_empty_file_and_columns_of_one_name() {
        assertThat(refusalOf("")).hasMessageContaining("empty");
        assertThat(refusalOf("\uFEFF")).hasMessageContaining("empty");
        assertThat(refusalOf("title,Title \nx,y\n")).hasMessageContaining("same name, title");
    }

    @Test
    void refuses_bytes_that_are_not_utf_8_near_their_line() {
        var latin = own("description", "Niñez").getBytes(StandardCharsets.ISO_8859_1);
        var utf16 = own("description", "x").getBytes(StandardCharsets.UTF_16LE);

        assertThat(refusalOf(() -> readAll(new ByteArrayInputStream(latin)))).hasMessageContaining("UTF-8");
        assertThat(refusalOf(() -> readAll(new ByteArrayInputStream(utf16)))).isNotNull();
    }

    @Test
    void refuses_a_quotation_mark_with_text_behind_it() {
        var refused = refusalOf(own("description", "fine", "\"open\" and more"));

        assertThat(refused).hasMessageContaining("cannot be read");
        assertThat(refused.line()).isEqualTo(3);
    }

    @Test
    void refuses_a_quotation_mark_that_is_never_closed() {
        var refused = refusalOf(own("description", "fine", "\"open", "swallowed"));

        assertThat(refused).hasMessageContaining("not closed");
        assertThat(refused.line()).isEqualTo(3);
    }

    @Test
    void takes_a_closed_one_at_the_end() {
        var closed = own("description", "\"Two\nlines\"");

        assertThat(Tables.only(closed).description()).isEqualTo("Two\nlines");
        assertThat(Tables.only(closed.strip()).description()).isEqualTo("Two\nlines");
    }

    @Test
    void refuses_a_cell_that_would_fill_the_memory() {
        assertThat(refusalOf(own("description", "x".repeat(100_001)))).hasMessageContaining("cannot be read");
        assertThat(refusalOf(own("description", "\"" + "x\n".repeat(600_000)))).hasMessageContaining("cannot be read");
        assertThat(refusalOf("c,".repeat(201))).hasMessageContaining("cannot be read");
    }

    @Test
    void refuses_a_commitment_of_more_rows_than_fit() {
        var rows = new String[2_001];
        Arrays.fill(rows, "");

        var refused = refusalOf(own("end", rows));

        assertThat(refused).hasMessage("A commitment has more than 2000 rows.");
        assertThat(refused.line()).isEqualTo(2_002);
    }

    @Test
    void hands_out_what_stands_before_the_broken_place() {
        var table = own("end", "") + "XM-DAC-47066,C2,Other,2026-01-01,global,\n" + "\"x\"y,\n";
        var commitments = CsvCommitments.open(stream(table), null);

        assertThat(commitments.next()).isInstanceOf(CsvEntry.Described.class);
        assertThat(refusalOf(commitments::next).line()).isEqualTo(4);
    }

    @Test
    void passes_on_the_failure_of_the_stream_itself() {
        var failing = new SequenceInputStream(stream(own("end", "")), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut");
            }
        });

        assertThatThrownBy(() -> readAll(failing)).isInstanceOf(UncheckedIOException.class);
    }

    private static void readAll(InputStream in) {
        Tables.read(in);
    }

    private static FileRefused refusalOf(String table) {
        return refusalOf(() -> Tables.read(table));
    }

    private static FileRefused refusalOf(ThrowingCallable reading) {
        return Objects.requireNonNull(catchThrowableOfType(FileRefused.class, reading), "it was not refused");
    }

    private static ByteArrayInputStream stream(String table) {
        return new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8));
    }
}
