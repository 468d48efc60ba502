package org.waymark.progress.evidence.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.edge.Problem;

/** What a file is, told by its bytes. */
class TypeCheckTest {

    private static final String ODF = "application/vnd.oasis.opendocument.";

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of("a.pdf", latin("%PDF-1.7\n..."), FileType.PDF),
                Arguments.of("A.PNG", latin("\u0089PNG\r\n\u001a\n..."), FileType.PNG),
                Arguments.of("a.jpeg", latin("\u00ff\u00d8\u00ff\u00e0.."), FileType.JPEG),
                Arguments.of("a.gif", latin("GIF89a..."), FileType.GIF),
                Arguments.of("a.webp", latin("RIFF\0\0\0\0WEBPVP8 "), FileType.WEBP),
                Arguments.of("a.mp4", latin("\0\0\0\u0020ftypisom\0\0\2\0"), FileType.MP4),
                Arguments.of("a.txt", utf8("\ufeffRéunion à Genève\r\n\t1 < 2"), FileType.TEXT),
                Arguments.of("a.csv", utf8("country,reached\nSLV,42\n"), FileType.CSV),
                Arguments.of("a.docx", Archives.of("[Content_Types].xml", "word/document.xml"), FileType.DOCX),
                Arguments.of("a.docx", Archives.of("[Content_Types].xml", "word/document2.xml"), FileType.DOCX),
                Arguments.of("a.xlsx", Archives.of("xl/workbook.xml", "[Content_Types].xml"), FileType.XLSX),
                Arguments.of("a.pptx", Archives.of("[Content_Types].xml", "ppt/presentation.xml"), FileType.PPTX),
                Arguments.of("a.odt", openDocument("text"), FileType.ODT),
                Arguments.of("a.ods", openDocument("spreadsheet"), FileType.ODS),
                Arguments.of("a.odp", openDocument("presentation"), FileType.ODP));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void takes_what_is_what_its_name_says(String name, byte[] file, FileType type) {
        assertThat(check(file, name, null)).isEqualTo(type);
        assertThat(check(file, name, type.mediaType())).isEqualTo(type);
        assertThat(check(file, name, "application/octet-stream")).isEqualTo(type);
    }

    static Stream<Arguments> notTaken() {
        return Stream.of(
                Arguments.of("a page", utf8("\n <!DOCTYPE html><script>alert(1)</script>")),
                Arguments.of("a page after a byte order mark", utf8("\ufeff<html>")),
                Arguments.of("SVG", utf8("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")),
                Arguments.of("XML", utf8("<?xml version=\"1.0\"?><x/>")),
                Arguments.of("a script", utf8("#!/bin/sh\nrm -r /\n")),
                Arguments.of("a program for Windows", latin("MZ\u0090\0\3\0\0\0")),
                Arguments.of("a program for Linux", latin("\u007fELF\2\1\1\0")),
                Arguments.of("a late NUL", utf8("x".repeat(5000) + "\0")),
                Arguments.of("text in another charset", "Zürich".getBytes(StandardCharsets.ISO_8859_1)),
                Arguments.of("text in UTF-16", "Zurich".getBytes(StandardCharsets.UTF_16)),
                Arguments.of("half a character at the end", Arrays.copyOf(utf8("Genè"), 4)),
                Arguments.of("a plain archive", Archives.of("a.txt", "b.exe")),
                Arguments.of("an archive with one marker", Archives.of("word/document.xml")),
                Arguments.of("a program library", Archives.of("META-INF/MANIFEST.MF", "A.class")),
                Arguments.of(
                        "two documents in one",
                        Archives.of("[Content_Types].xml", "word/document.xml", "xl/workbook.xml")),
                Arguments.of(
                        "a document with macros",
                        Archives.of("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
                Arguments.of(
                        "an open document with macros",
                        Archives.openDocument(ODF + "text", "content.xml", "META-INF/manifest.xml", "Basic/a.xml")),
                Arguments.of(
                        "a book",
                        Archives.openDocument("application/epub+zip", "content.xml", "META-INF/manifest.xml")),
                Arguments.of("an open document without its parts", Archives.openDocument(ODF + "text", "x.xml")),
                Arguments.of("an archive behind a page", together(utf8("<html>"), openDocument("text"))),
                Arguments.of("an archive with a tail", together(openDocument("text"), utf8("<html>"))),
                Arguments.of("an archive behind another", together(openDocument("text"), openDocument("text"))),
                Arguments.of("an archive whose list is said to be elsewhere", elsewhere(openDocument("text"))),
                Arguments.of("a cut archive", Arrays.copyOf(openDocument("text"), 200)),
                Arguments.of("a still picture in a film's container", latin("\0\0\0\u0018ftypheic\0\0\0\0")),
                Arguments.of("nearly a picture", latin("\u0089PNG\n\u001a\n...")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notTaken")
    void refuses_all_else_whatever_it_is_called(String what, byte[] file) {
        for (String name : new String[] {"a.pdf", "a.txt", "a.csv", "a.docx", "a.odt"}) {
            Problem problem = catchThrowableOfType(Problem.class, () -> check(file, name, null));

            assertThat(problem).as(what + " as " + name).isNotNull();
            assertThat(problem.type()).isEqualTo("file-type");
            assertThat(problem).hasMessageContaining("Taken are PDF");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.txt", "report.pdf.exe", "report", "report.", "pdf"})
    void refuses_a_name_that_promises_something_else(String name) {
        assertThatThrownBy(() -> check(latin("%PDF-1.7"), name.equals("pdf") ? "report_pdf" : name, null))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(Problem.class))
                .satisfies(problem ->
                        assertThat(problem.fields().getFirst().field()).isEqualTo("name"));
    }

    @ParameterizedTest
    @CsvSource({
        "a.csv, application/vnd.ms-excel, true",
        "a.csv, text/plain; charset=utf-8, true",
        "a.csv, '', true",
        "a.txt, TEXT/PLAIN, true",
        "a.txt, text/csv, false",
        "a.txt, text/html, false",
        "a.csv, application/pdf, false"
    })
    void refuses_a_claim_that_the_content_contradicts(String name, String claim, boolean agrees) {
        @Nullable Problem problem = catchThrowableOfType(Problem.class, () -> check(utf8("a,b\n"), name, claim));

        assertThat(problem == null).isEqualTo(agrees);
        if (problem != null) {
            assertThat(problem.fields().getFirst().field()).isEqualTo("Content-Type");
        }
    }

    @Test
    void reads_characters_across_pieces() {
        byte[] file = utf8("è€𝄞".repeat(1000));
        TypeCheck check = TypeCheck.of(file);

        for (int at = 0; at < file.length; at++) {
            check.accept(file, at, 1);
        }

        assertThat(check.finish("a.txt", null)).isEqualTo(FileType.TEXT);
    }

    @Test
    void never_unpacks_what_would_swell() {
        byte[] small = Archives.swelling(200_000_000, "[Content_Types].xml", "xl/workbook.xml");

        assertThat(small).hasSizeLessThan(1_000_000);
        assertThat(check(small, "a.xlsx", null)).isEqualTo(FileType.XLSX);
    }

    @Test
    void finds_the_list_of_parts_at_the_end_of_a_long_file() {
        String[] parts = IntStream.range(0, 2000)
                .mapToObj("ppt/slides/a-slide-with-quite-a-long-name-%05d.xml"::formatted)
                .toArray(String[]::new);
        byte[] file =
                Archives.of(Stream.concat(Stream.of("[Content_Types].xml", "ppt/presentation.xml"), Stream.of(parts))
                        .toArray(String[]::new));

        assertThat(check(file, "a.pptx", null)).isEqualTo(FileType.PPTX);
    }

    @Test
    void refuses_more_parts_than_it_keeps() {
        String[] parts = IntStream.range(0, 9000)
                .mapToObj("ppt/slides/a-slide-with-quite-a-long-name-%05d.xml"::formatted)
                .toArray(String[]::new);

        assertThatThrownBy(() -> check(Archives.of(parts), "a.pptx", null)).hasMessageContaining("too many parts");
    }

    private static FileType check(byte[] file, String name, @Nullable String claim) {
        TypeCheck check = TypeCheck.of(Arrays.copyOf(file, Math.min(file.length, TypeCheck.HEAD)));
        for (int at = 0; at < file.length; at += 60_000) {
            check.accept(file, at, Math.min(60_000, file.length - at));
        }
        return check.finish(name, claim);
    }

    private static byte[] openDocument(String kind) {
        return Archives.openDocument(ODF + kind, "content.xml", "META-INF/manifest.xml");
    }

    private static byte[] together(byte[]... files) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] file : files) {
            all.writeBytes(file);
        }
        return all.toByteArray();
    }

    /** The list's place stands six bytes before the end, where there is no comment. */
    private static byte[] elsewhere(byte[] archive) {
        byte[] changed = archive.clone();
        Arrays.fill(changed, changed.length - 6, changed.length - 3, (byte) 0x7f);
        return changed;
    }

    private static byte[] latin(String text) {
        return bytes(text, StandardCharsets.ISO_8859_1);
    }

    private static byte[] utf8(String text) {
        return bytes(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }
}
