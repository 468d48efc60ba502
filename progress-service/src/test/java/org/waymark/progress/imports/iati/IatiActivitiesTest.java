package org.waymark.progress.imports.iati;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.imports.iati.IatiDocuments.IDENTIFIER;
import static org.waymark.progress.imports.iati.IatiDocuments.REPORTER;
import static org.waymark.progress.imports.iati.IatiDocuments.TITLE;
import static org.waymark.progress.imports.iati.IatiDocuments.activity;
import static org.waymark.progress.imports.iati.IatiDocuments.anActivity;
import static org.waymark.progress.imports.iati.IatiDocuments.file;
import static org.waymark.progress.imports.iati.IatiDocuments.read;
import static org.waymark.progress.imports.iati.IatiDocuments.readActivity;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.progress.imports.iati.IatiActivity.Reporter;
import org.waymark.progress.imports.reading.Skipped;

class IatiActivitiesTest {

    @Test
    void reads_what_an_activity_says_of_itself() {
        var activity = readActivity("""
                <description type='2'><narrative>Objectives</narrative></description>
                <description><narrative> Two
                 lines </narrative></description>
                <activity-status code='2'/><activity-scope code='4'/>
                <activity-date type='2' iso-date='2024-03-01'/><activity-date type='3' iso-date='2026-02-28'/>
                <recipient-country code='SV'/><tag vocabulary='3' code='8.7'/>""");

        assertThat(activity)
                .isEqualTo(new IatiActivity(
                        1,
                        "XM-1",
                        new Reporter("XM", "40", "Bank"),
                        "Schools",
                        "Two\n lines",
                        "2",
                        "4",
                        LocalDate.of(2024, 3, 1),
                        LocalDate.of(2026, 2, 28),
                        List.of("SLV"),
                        List.of(),
                        List.of("8.7"),
                        List.of(),
                        List.of()));
    }

    @Test
    void leaves_out_what_the_file_leaves_out() {
        var activity = readActivity("");

        assertThat(activity.description()).isNull();
        assertThat(activity.statusCode()).isNull();
        assertThat(activity.scopeCode()).isNull();
        assertThat(activity.start()).isNull();
        assertThat(activity.end()).isNull();
        assertThat(activity.skipped()).isEmpty();
    }

    @Test
    void keeps_the_order_and_the_lines_of_the_activities() {
        var entries = read(file("\n" + anActivity("") + "\n<!-- note --><other/>\n" + anActivity("") + "\n"));

        assertThat(entries).extracting(IatiEntry::line).containsExactly(2, 4);
    }

    @Test
    void reports_an_activity_without_identifier_reporter_or_title_and_goes_on() {
        var entries = read(file(activity("<iati-identifier> </iati-identifier><reporting-org/>")
                + activity(IDENTIFIER + REPORTER)
                + activity(IDENTIFIER + TITLE)
                + activity(REPORTER + TITLE)
                + anActivity("")));

        assertThat(entries)
                .startsWith(
                        unusable("activity", "it has no iati-identifier and no reporting-org with a ref and no title"),
                        unusable("activity \"XM-1\"", "it has no title"),
                        unusable("activity \"XM-1\"", "it has no reporting-org with a ref"),
                        unusable("activity", "it has no iati-identifier"))
                .hasSize(5)
                .last()
                .isInstanceOf(IatiActivity.class);
    }

    @Test
    void names_a_reporter_without_a_name_by_its_reference() {
        var entries = read(file(activity(IDENTIFIER + "<reporting-org ref=' XM '/>" + TITLE)));

        assertThat(((IatiActivity) entries.getFirst()).reporter()).isEqualTo(new Reporter("XM", null, "XM"));
    }

    @ParameterizedTest
    @CsvSource({
        "1:2020-01-01 2:2020-02-02 3:2021-03-03 4:2021-04-04, 2020-02-02, 2021-04-04",
        "1:2020-01-01 3:2021-03-03,                           2020-01-01, 2021-03-03",
        "1:2020-01-01 3:2020-01-01,                           2020-01-01, 2020-01-01",
        "2:2010-12-31+08:00 4:2011-01-01Z,                    2010-12-31, 2011-01-01",
    })
    void prefers_what_happened_to_what_was_planned(String dates, LocalDate start, LocalDate end) {
        var activity = readActivity(dates.replaceAll("(\\d):(\\S+)", "<activity-date type='$1' iso-date='$2'/>"));

        assertThat(activity.start()).isEqualTo(start);
        assertThat(activity.end()).isEqualTo(end);
        assertThat(activity.skipped()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-02-30", "31/12/2023", "2023", "2023-01-01T00:00:00"})
    void reports_a_date_that_is_none_and_takes_the_planned_one(String date) {
        var activity = readActivity("\n<activity-date type='2' iso-date='" + date + "'/>"
                + "<activity-date type='1' iso-date='2023-01-02'/>");

        assertThat(activity.start()).isEqualTo("2023-01-02");
        assertThat(activity.skipped())
                .containsExactly(new Skipped(2, "activity-date of type 2", "\"" + date + "\" is no date"));
    }

    @Test
    void drops_an_end_before_the_start() {
        var activity = readActivity(
                "<activity-date type='1' iso-date='2023-01-02'/>" + "<activity-date type='3' iso-date='2023-01-01'/>");

        assertThat(activity.end()).isNull();
        assertThat(activity.skipped())
                .containsExactly(new Skipped(1, "end 2023-01-01", "it lies before the start, 2023-01-02"));
    }

    @Test
    void turns_two_letters_of_a_country_into_three_and_reports_what_is_no_country() {
        var activity = readActivity("<recipient-country code='SV'/><recipient-country code='am'/>"
                + "<recipient-country code='SV'/>\n<recipient-country code='XK'/><recipient-country/>");

        assertThat(activity.countries()).containsExactly("SLV", "ARM");
        assertThat(activity.skipped())
                .containsExactly(
                        new Skipped(2, "recipient-country \"XK\"", "it is no country code of ISO 3166-1"),
                        new Skipped(2, "recipient-country nothing", "it is no country code of ISO 3166-1"));
    }

    @Test
    void takes_regions_of_m49_and_of_the_dac_what_m49_has_too() {
        var activity = readActivity("<recipient-region code='419' vocabulary='2'/>"
                + "<recipient-region code='2' vocabulary='2'/><recipient-region code='298'/>"
                + "<recipient-region code='389' vocabulary='1'/><recipient-region code='419' vocabulary='2'/>");

        assertThat(activity.regions()).containsExactly("419", "002", "029", "013");
        assertThat(activity.skipped()).isEmpty();
    }

    @Test
    void says_once_of_each_other_region_why_it_is_not_taken() {
        var activity = readActivity("<recipient-region code='998'/>\n<recipient-region code='998' vocabulary='1'/>"
                + "<recipient-region code='A1' vocabulary='99'/><recipient-region code='999' vocabulary='2'/>");

        assertThat(activity.regions()).isEmpty();
        assertThat(activity.skipped())
                .containsExactly(
                        new Skipped(
                                1,
                                "region 998 of vocabulary 1",
                                "no region of UN M49 is the same, and regions are kept by UN M49"),
                        new Skipped(
                                2,
                                "region A1 of vocabulary 99",
                                "it is none of UN M49 (vocabulary 2) or OECD DAC (vocabulary 1),"
                                        + " and regions are kept by UN M49"),
                        new Skipped(2, "region 999 of vocabulary 2", "it is no region of UN M49"));
    }

    @Test
    void takes_sdg_targets_but_neither_goals_nor_tags_of_others() {
        var activity = readActivity("<tag vocabulary='3' code='8.7'/><tag vocabulary='3' code='16.A'/>"
                + "<tag vocabulary='3' code='8.7'/><tag vocabulary='3' code='8.11'/>"
                + "<tag vocabulary='2' code='8'/><tag vocabulary='99' code='8.8'/>");

        assertThat(activity.sdgTargets()).containsExactly("8.7", "16.a");
        assertThat(activity.skipped())
                .containsExactly(new Skipped(1, "tag \"8.11\"", "it is no code of an SDG target, such as \"8.7\""));
    }

    @ParameterizedTest
    @CsvSource({
        "'<narrative xml:lang=\"en\">School</narrative><narrative>Escuela</narrative>',                      Escuela",
        "'<narrative xml:lang=\"en\">School</narrative><narrative xml:lang=\"ES\">Escuela</narrative>',      Escuela",
        "'<narrative xml:lang=\"fr\">Ecole</narrative><narrative xml:lang=\"en\">School</narrative>',        School",
        "'<narrative xml:lang=\"fr\">Ecole</narrative><narrative xml:lang=\"de\">Schule</narrative>',        Ecole",
        "'<narrative> </narrative><narrative xml:lang=\"de\">Schule</narrative>',                            Schule",
        "'<narrative> A\n  <![CDATA[school]]> &amp; more </narrative>',                                  A school & more",
    })
    void chooses_the_own_language_then_english_then_the_first(String narratives, String chosen) {
        var entries = read(file("<iati-activity xml:lang='es'>" + IDENTIFIER + REPORTER + "<title>" + narratives
                + "</title></iati-activity>"));

        assertThat(((IatiActivity) entries.getFirst()).title()).isEqualTo(chosen);
    }

    @Test
    void is_not_misled_by_elements_of_the_same_name_elsewhere() {
        var activity = readActivity("<x:description xmlns:x='urn:x'><narrative>Other</narrative></x:description>"
                + "<transaction><recipient-country code='FR'/></transaction>"
                + "<participating-org><narrative>Ministry</narrative></participating-org>");

        assertThat(activity).isEqualTo(readActivity(""));
    }

    @Test
    void reads_other_encodings_and_a_byte_order_mark() {
        var document = file(anActivity("<description><narrative>Niñez</narrative></description>"));
        var latin = "<?xml version='1.0' encoding='ISO-8859-1'?>" + document;

        assertThat(List.of(
                        read(new ByteArrayInputStream(latin.getBytes(StandardCharsets.ISO_8859_1))),
                        read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_16))),
                        read("\uFEFF" + document)))
                .allSatisfy(entries -> assertThat(((IatiActivity) entries.getFirst()).description())
                        .isEqualTo("Niñez"));
    }

    private static Unusable unusable(String what, String why) {
        return new Unusable(new Skipped(1, what, why));
    }
}
