package org.waymark.progress.imports.iati;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.waymark.progress.imports.iati.IatiDocuments.anActivity;
import static org.waymark.progress.imports.iati.IatiDocuments.file;
import static org.waymark.progress.imports.iati.IatiDocuments.indicator;
import static org.waymark.progress.imports.iati.IatiDocuments.read;
import static org.waymark.progress.imports.iati.IatiDocuments.result;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.progress.imports.reading.FileRefused;

class IatiRefusalsTest {

    private static final String DOCTYPE = "The file declares a document type or entities of its own."
            + " IATI files need neither: remove them and send it again.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n<!DOCTYPE iati-activities>",
                "\n<!DOCTYPE iati-activities SYSTEM 'http://127.0.0.1:1/iati.dtd'>",
                "\n<!DOCTYPE iati-activities [<!ENTITY a 'b'>]>",
                "\n<!DOCTYPE iati-activities [<!ENTITY % p SYSTEM 'file:///etc/hostname'> %p;]>",
                "\n<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;'>]>",
                "\n<!DOCTYPE a [\u0001]>",
            })
    void refuses_a_document_type(String doctype) {
        var refused = refusalOf(doctype + file(anActivity("")));

        assertThat(refused).hasMessage(DOCTYPE);
        assertThat(refused.line()).isEqualTo(2);
    }

    @Test
    void reads_no_file_an_entity_points_to(@TempDir Path folder) throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
        var doctype = "<!DOCTYPE a [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>";

        assertThat(refusalOf(doctype + file(anActivity("<description><narrative>&x;</narrative></description>"))))
                .hasMessage(DOCTYPE);
    }

    /** On a thread of its own: a parser that does ask would wait for an answer without end. */
    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void asks_no_server_for_a_document_type() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(50);

            refusalOf("<!DOCTYPE a SYSTEM 'http://127.0.0.1:" + server.getLocalPort() + "/'>" + file(""));

            assertThatThrownBy(server::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void refuses_an_entity_nobody_declared() {
        assertThat(refusalOf(file(anActivity("<description><narrative>&x;</narrative></description>"))))
                .hasMessage(DOCTYPE);
        assertThat(refusalOf(file(anActivity("<tag code='&x;'/>")))).hasMessageContaining("not well-formed");
    }

    @Test
    void includes_nothing_from_elsewhere() {
        var include = "<i:include xmlns:i='http://www.w3.org/2001/XInclude' href='file:///etc/hostname' parse='text'/>";

        assertThat(read(file(include + anActivity("")))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{}",
                "PK\u0003\u0004",
                "<iati-activities version='2.03'></iati-activity>",
                "<iati-activities version='2.03'/><more/>",
                "<iati-activities version='2.03'><a:b/></iati-activities>",
                "<iati-activities version='2.03'>\u0001</iati-activities>"
            })
    void refuses_what_is_not_well_formed(String document) {
        assertThat(refusalOf(document))
                .hasMessage("The file is not well-formed XML, or breaks off: export it again.")
                .hasCauseInstanceOf(javax.xml.stream.XMLStreamException.class);
    }

    @Test
    void refuses_a_file_that_breaks_off_wherever_it_does() {
        var document = "<?xml version='1.0'?>"
                + file(anActivity("<!-- é --><description><narrative><![CDATA[a]]>&amp;</narrative></description>"
                        + result(indicator("measure='1'", ""))));
        var bytes = document.getBytes(StandardCharsets.UTF_8);

        for (var length = 0; length < bytes.length; length++) {
            var start = new ByteArrayInputStream(bytes, 0, length);
            assertThatThrownBy(() -> read(start)).as("first %s bytes", length).isInstanceOf(FileRefused.class);
        }
    }

    @Test
    void names_the_line_where_a_file_is_broken() {
        assertThat(refusalOf("<iati-activities version='2.03'>\n\n<a></b>\n</iati-activities>")
                        .line())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<iati-organisations version='2.03'/>",
                "<a><iati-activities version='2.03'/></a>",
                "<iati-activities xmlns='urn:other' version='2.03'/>"
            })
    void refuses_another_root(String document) {
        assertThat(refusalOf(document))
                .hasMessage("This is no IATI activity file: its outermost element is not iati-activities.");
    }

    @Test
    void refuses_another_version() {
        assertThat(refusalOf("<iati-activities/>")).hasMessageEndingWith("this file names no version.");
        assertThat(refusalOf("<iati-activities version='1.05'/>")).hasMessageEndingWith("names another version.");
        assertThat(refusalOf("<iati-activities version='3.01'/>")).hasMessageEndingWith("names another version.");
        assertThat(read("<iati-activities version='2.01'/>")).isEmpty();
    }

    @Test
    void refuses_bytes_of_another_encoding() {
        var latin = file(anActivity("<!--é-->")).getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> read(new ByteArrayInputStream(latin)))
                .isInstanceOf(FileRefused.class)
                .hasMessage("The file holds bytes that are not of the encoding it declares.");
    }

    @Test
    void refuses_deep_nesting_in_read_and_in_passed_over_elements() {
        var refusal = "Elements are nested more than 64 deep. Shorten it or split the file, and send it again.";

        assertThat(refusalOf("<iati-activities version='2.03'>" + "<x>".repeat(64)))
                .hasMessage(refusal);
        assertThat(refusalOf("<iati-activities version='2.03'><iati-activity>" + "<result>".repeat(100_000)))
                .hasMessage(refusal);
        assertThat(read(file("<x>".repeat(63) + "</x>".repeat(63)))).isEmpty();
    }

    @Test
    void refuses_a_text_over_the_limit_but_not_one_at_it() {
        var most = "x".repeat(100_000);
        var refusal = "A text has more than 100000 characters. Shorten it or split the file, and send it again.";

        assertThat(read(file(described(most)))).hasSize(1);
        assertThat(refusalOf(file(described(most + "x")))).hasMessage(refusal);
        assertThat(refusalOf(file(anActivity("<tag code='" + most + "x'/>")))).hasMessage(refusal);
    }

    @Test
    void refuses_an_activity_that_is_too_large_as_a_whole() {
        var description = "<description><narrative>" + "x".repeat(100_000) + "</narrative></description>";

        assertThat(read(file(anActivity(description.repeat(49)).repeat(2)))).hasSize(2);
        assertThat(refusalOf(file(anActivity(description.repeat(50)))))
                .hasMessageStartingWith("The texts of an activity have more than 5000000 characters.");
        assertThat(refusalOf(file(anActivity("<tag/>".repeat(100_000)))))
                .hasMessageStartingWith("An activity has more than 100000 elements to read.");
    }

    @Test
    void refuses_more_than_2000_indicators_in_one_activity() {
        var thousand = result(indicator("measure='1'", "").repeat(1_000));

        assertThat(read(file(anActivity(thousand + thousand) + anActivity(thousand))))
                .hasSize(2);
        assertThat(refusalOf(file(anActivity(thousand + thousand + result(indicator("measure='1'", ""))))))
                .hasMessageStartingWith("An activity has more than 2000 indicators.");
    }

    @Test
    void refuses_a_single_piece_that_would_fill_the_memory() {
        var large = "x".repeat(2_000_000);

        for (var piece : new String[] {"<!--" + large + "-->", "<a b='" + large + "'/>", "<![CDATA[" + large + "]]>"}) {
            assertThat(refusalOf(file(piece))).hasMessage("A single tag, comment or text fills more than a megabyte.");
        }
    }

    @Test
    void passes_over_any_amount_of_what_is_not_read() {
        var passedOver = "<transaction>" + "a&amp;b ".repeat(300_000) + "</transaction>" + "<comment><narrative>"
                + "x".repeat(200_000) + "</narrative></comment>";

        assertThat(read(file(anActivity(passedOver)))).hasSize(1);
    }

    @Test
    void gives_out_activities_of_a_stream_that_has_no_end() {
        var head = new ByteArrayInputStream("<iati-activities version='2.03'>".getBytes(StandardCharsets.UTF_8));

        try (var activities = IatiActivities.open(new SequenceInputStream(head, endless(anActivity(""))))) {
            for (var i = 0; i < 1_000; i++) {
                assertThat(activities.next()).isInstanceOf(IatiActivity.class);
            }
        }
    }

    @Test
    void leaves_a_failing_stream_to_the_caller() {
        var failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        var head = new ByteArrayInputStream("<iati-activities version='2.03'>".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> read(new SequenceInputStream(head, failing)))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("connection reset");
    }

    private static String described(String text) {
        return anActivity("<description><narrative>" + text + "</narrative></description>");
    }

    private static FileRefused refusalOf(String document) {
        return catchThrowableOfType(FileRefused.class, () -> read(document));
    }

    private static InputStream endless(String piece) {
        var bytes = piece.getBytes(StandardCharsets.UTF_8);
        return new SequenceInputStream(new Enumeration<InputStream>() {
            @Override
            public boolean hasMoreElements() {
                return true;
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(bytes);
            }
        });
    }
}
