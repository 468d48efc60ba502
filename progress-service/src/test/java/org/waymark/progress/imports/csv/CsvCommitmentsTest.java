package org.waymark.progress.imports.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.waymark.progress.imports.csv.Tables.commitments;
import static org.waymark.progress.imports.csv.Tables.notes;
import static org.waymark.progress.imports.csv.Tables.only;
import static org.waymark.progress.imports.csv.Tables.own;
import static org.waymark.progress.imports.csv.Tables.read;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.progress.commitments.domain.Level;
import org.waymark.progress.commitments.domain.Measure;
import org.waymark.progress.commitments.domain.Status;
import org.waymark.progress.imports.csv.CsvCommitment.Baseline;
import org.waymark.progress.imports.csv.CsvCommitment.Indicator;
import org.waymark.progress.imports.csv.CsvCommitment.Milestone;
import org.waymark.progress.imports.csv.CsvCommitment.Organization;
import org.waymark.progress.imports.csv.CsvCommitment.Period;
import org.waymark.progress.imports.csv.CsvCommitment.Places;
import org.waymark.progress.imports.reading.Skipped;
import org.waymark.progress.imports.reading.Value.Quantity;
import org.waymark.progress.imports.reading.Value.Words;

class CsvCommitmentsTest {

    private static final String FULL = """
            organization,organization_name,organization_type,commitment,title,description,status,level,countries,\
            regions,sdg_targets,supporting,workstream,work_plan_year,time_zone,start,end,milestone,milestone_due,\
            milestone_weight,indicator,measure,ascending,baseline_year,baseline,period_start,period_end,target,actual
            XM-DAC-47066,IOM,40,C1,Fair recruitment,"Two corridors,
            one after the other.",In implementation,regional,SLV; hn,419,8.7; 10.7,XM-DAC-41122;XM-DAC-41302,\
            Recruitment,2026,America/El_Salvador,2026-01-01,2027-12,First corridor,2026-06,3,,,,,,,,,
            XM-DAC-47066,,,C1,,,,,,,,,,,,,,,,,Cases,unit,no,2025,"1,200",2026-01-01,2026,800,950
            XM-DAC-47066,,,C1,,,,,,,,,,,,,,,,,Cases,unit,no,,,2027-01-01,2027,600,
            """;

    @Test
    void reads_rows_of_the_own_template_as_one_commitment() {
        var commitment = only(FULL);

        assertThat(commitment)
                .isEqualTo(new CsvCommitment(
                        2,
                        "XM-DAC-47066 C1",
                        new Organization("XM-DAC-47066", "IOM", "40"),
                        List.of("XM-DAC-41122", "XM-DAC-41302"),
                        "Fair recruitment",
                        "Two corridors,\none after the other.",
                        Status.IN_IMPLEMENTATION,
                        new Places(Level.REGIONAL, List.of("SLV", "HND"), List.of("419")),
                        List.of("8.7", "10.7"),
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2027, 12, 31),
                        "Recruitment",
                        2026,
                        ZoneId.of("America/El_Salvador"),
                        List.of(new Milestone("First corridor", LocalDate.of(2026, 6, 30), 3)),
                        List.of(new Indicator(
                                "Cases",
                                Measure.UNIT,
                                false,
                                new Baseline(2025, quantity("1200")),
                                List.of(
                                        new Period(
                                                LocalDate.of(2026, 1, 1),
                                                LocalDate.of(2026, 12, 31),
                                                quantity("800"),
                                                quantity("950")),
                                        new Period(
                                                LocalDate.of(2027, 1, 1),
                                                LocalDate.of(2027, 12, 31),
                                                quantity("600"),
                                                null)))),
                        List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {"','/false", "';'/false", "'\t'/false", "','/true", "';'/true"})
    void reads_what_spreadsheets_write(String separator, boolean byteOrderMark) {
        var table = own("description", "Niñez").replace(",", separator);

        assertThat(only((byteOrderMark ? "\uFEFF" : "") + table.replace("\n", "\r\n")))
                .isEqualTo(only(own("description", "Niñez")));
    }

    @Test
    void is_not_misled_by_a_quoted_separator_in_the_header() {
        var table = "organization;commitment;title;start;level;\"a,b,c,d,e,f,g,h\"\nXM;C1;Title;2026;global;x\n";

        assertThat(only(table).title()).isEqualTo("Title");
    }

    @Test
    void tells_commitments_apart_by_their_key_and_organization() {
        var table = "organization,commitment,title,start,level\nXM-1,C1,One,2026,global\nXM-1,C2,Two,2026,global\n"
                + "XM-2,C2,Three,2026,global\n\n";

        assertThat(commitments(read(table)))
                .extracting(CsvCommitment::title, CsvCommitment::line)
                .containsExactly(tuple("One", 2), tuple("Two", 3), tuple("Three", 4));
    }

    @Test
    void takes_rows_that_stand_apart_for_a_table_to_be_sorted() {
        var row = "XM,%s,Title,2026,global\n";
        var entries = read("organization,commitment,title,start,level\n" + row.formatted("C1") + row.formatted("C2")
                + row.formatted("C1") + row.formatted("C1"));

        assertThat(commitments(entries)).extracting(CsvCommitment::key).containsExactly("XM C1", "XM C2");
        assertThat(notes(entries))
                .containsExactly(new Skipped(
                        4,
                        "2 rows of commitment \"XM C1\"",
                        "they stand apart from its other rows, which begin on line 2: sort the table by commitment"));
    }

    @Test
    void leaves_out_rows_with_cells_under_no_column_and_says_so() {
        var entries = read(own("milestone,milestone_due", "First,2026-06", "Second,2026-07,more", "Third"));

        assertThat(commitments(entries).getFirst().milestones())
                .extracting(Milestone::title)
                .containsExactly("First");
        assertThat(notes(entries))
                .containsExactly(
                        new Skipped(3, "row", "it has 8 cells under 7 columns"),
                        new Skipped(4, "row", "it has 6 cells under 7 columns"));
    }

    @Test
    void says_of_each_column_it_has_no_use_for() {
        assertThat(notes(own("budget,colour", "1,red")))
                .containsExactly(
                        new Skipped(1, "column \"budget\"", "the mapping waymark knows no such column"),
                        new Skipped(1, "column \"colour\"", "the mapping waymark knows no such column"));
    }

    @ParameterizedTest
    @CsvSource({
        "'XM,C1,,2026,global',            it has no title",
        "',C1,Title,2026,global',         it names no commitment",
        "'X M,C1,Title,2026,global',      '\"X M\" is no identifier of an organization, such as XM-DAC-47066'",
        "'XM,C1,Title,,global',           'it names no start, and no other date to take for one'",
        "'XM,C1,Title,1/2/2026,global',   'its start \"1/2/2026\" is no date such as 2026-12-31, 2026-12 or 2026'",
        "'XM,C1,Title,2026-02-30,global', 'its start \"2026-02-30\" is no date such as 2026-12-31, 2026-12 or 2026'",
        "'XM,C1,Title,2026,galactic',     '\"galactic\" is no level: global, regional or country'",
        "'XM,C1,Title,2026,',             it names neither a level nor a country or region",
    })
    void says_why_rows_are_no_commitment_and_goes_on(String row, String why) {
        var entries = read("organization,commitment,title,start,level\n" + row + "\nXM,C2,Title,2026,global\n");

        assertThat(commitments(entries)).extracting(CsvCommitment::key).containsExactly("XM C2");
        assertThat(notes(entries)).extracting(Skipped::line, Skipped::why).containsExactly(tuple(2, why));
    }

    @Test
    void says_first_what_may_be_the_cause() {
        var table = "organization,commitment,title,start,countries\nXM,C1,Title,2026,Narnia\n";

        assertThat(notes(table))
                .extracting(Skipped::why)
                .containsExactly(
                        "it is no code or name of ISO 3166-1", "it names neither a level nor a country or region");
    }

    @ParameterizedTest
    @CsvSource({
        "SLV, '', COUNTRY",
        "'SLV;HND', '', REGIONAL",
        "'', 419, REGIONAL",
        "SLV, 419, REGIONAL",
        "'', 1, GLOBAL",
    })
    void tells_the_level_from_the_places_where_none_is_named(String countries, String regions, Level level) {
        var table = "organization,commitment,title,start,countries,regions\nXM,C1,Title,2026," + countries + ","
                + regions + "\n";

        assertThat(only(table).places().level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "El Salvador, SLV",
        "Atlantis, ''",
        "sv, SLV",
        "SLV, SLV",
        "Côte d'Ivoire, CIV",
        "Cote d’Ivoire, CIV",
        "Allemagne, DEU",
        "XK, ''",
    })
    void knows_countries_by_code_or_name(String written, String alpha3) {
        var entries = read(own("countries", "\"" + written + "\""));

        assertThat(commitments(entries).getFirst().places().countries())
                .isEqualTo(alpha3.isEmpty() ? List.of() : List.of(alpha3));
        assertThat(notes(entries)).hasSize(alpha3.isEmpty() ? 1 : 0);
    }

    @Test
    void says_what_of_a_commitment_it_does_not_know_and_keeps_the_rest() {
        var columns = "status,countries,regions,sdg_targets,work_plan_year,time_zone,end";
        var table = own(columns, "done,Narnia;SLV,999,8.7;8.77,26,Mars/Base,soon");

        assertThat(only(table).places().countries()).containsExactly("SLV");
        assertThat(only(table).sdgTargets()).containsExactly("8.7");
        assertThat(notes(table))
                .extracting(Skipped::what)
                .containsExactly(
                        "country \"Narnia\"",
                        "region \"999\"",
                        "status \"done\" of commitment \"XM-DAC-47066 C1\"",
                        "SDG target \"8.77\" of commitment \"XM-DAC-47066 C1\"",
                        "end \"soon\" of commitment \"XM-DAC-47066 C1\"",
                        "work plan year \"26\" of commitment \"XM-DAC-47066 C1\"",
                        "time zone \"Mars/Base\" of commitment \"XM-DAC-47066 C1\"");
    }

    @Test
    void a_later_row_that_says_otherwise_does_not_count() {
        var table = "organization,commitment,title,start,level\nXM,C1,One,2026,global\nXM,C1,Other,2026,global\n";

        assertThat(only(table).title()).isEqualTo("One");
        assertThat(notes(table)).containsExactly(new Skipped(3, "title \"Other\"", "an earlier row says \"One\""));
    }

    @Test
    void a_milestone_is_due_on_the_latest_of_its_days_and_left_out_without_one() {
        var table = own(
                "milestone,milestone_due,milestone_weight", "One,2026-03,2", "Two,,", "One,2026-02,", "Three,soon,0");

        assertThat(only(table).milestones()).containsExactly(new Milestone("One", LocalDate.of(2026, 3, 31), 2));
        assertThat(notes(table))
                .containsExactly(
                        new Skipped(3, "milestone \"Two\"", "it names no day on which it is due"),
                        new Skipped(
                                5, "milestone \"Three\"", "\"soon\" is no date such as 2026-12-31, 2026-12 or 2026"),
                        new Skipped(5, "milestone \"Three\"", "it names no day on which it is due"));
    }

    @Test
    void an_indicator_keeps_what_can_be_read_and_says_what_cannot() {
        var table = own(
                "indicator,measure,baseline_year,baseline,period_start,period_end,target",
                "Cases,unit,,7,,2026,many",
                "Cases,unit,,,2027,2026,1",
                "Cases,unit,,,,,1",
                "Laws,,,,,2026,");

        assertThat(only(table).indicators())
                .containsExactly(new Indicator(
                        "Cases",
                        Measure.UNIT,
                        true,
                        null,
                        List.of(new Period(
                                LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), new Words("many"), null))));
        assertThat(notes(table))
                .containsExactly(
                        new Skipped(
                                2, "indicator \"Cases\"", "\"many\" is kept as text; it does not count in progress"),
                        new Skipped(3, "indicator \"Cases\"", "kept without this period: it ends before it starts"),
                        new Skipped(
                                4,
                                "indicator \"Cases\"",
                                "kept without a period: the row names no day on which one ends or is due"),
                        new Skipped(
                                2, "indicator \"Cases\"", "its baseline is left out: nothing is no year such as 2025"),
                        new Skipped(5, "indicator \"Laws\"", "it has no known measure but nothing"));
    }

    private static Quantity quantity(String number) {
        return new Quantity(new BigDecimal(number));
    }
}
