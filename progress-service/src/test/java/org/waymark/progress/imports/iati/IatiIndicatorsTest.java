package org.waymark.progress.imports.iati;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.imports.iati.IatiDocuments.indicator;
import static org.waymark.progress.imports.iati.IatiDocuments.period;
import static org.waymark.progress.imports.iati.IatiDocuments.readActivity;
import static org.waymark.progress.imports.iati.IatiDocuments.readIndicator;
import static org.waymark.progress.imports.iati.IatiDocuments.result;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.progress.imports.iati.IatiIndicator.Baseline;
import org.waymark.progress.imports.iati.IatiIndicator.Measure;
import org.waymark.progress.imports.reading.Skipped;
import org.waymark.progress.imports.reading.Value.Quantity;
import org.waymark.progress.imports.reading.Value.Words;

class IatiIndicatorsTest {

    private static final String UNIT = "measure='1'";

    @Test
    void reads_an_indicator_with_its_baseline_and_periods() {
        var indicator = readIndicator(
                "measure='1' ascending='0'",
                "<baseline year='2023' value='10'/>\n" + period("<target value='100.00'/><actual value='42'/>"));

        assertThat(indicator)
                .isEqualTo(new IatiIndicator(
                        1,
                        "Pupils",
                        "Learning",
                        Measure.UNIT,
                        false,
                        new Baseline(2023, quantity("10")),
                        List.of(new IatiPeriod(
                                2,
                                LocalDate.of(2024, 1, 1),
                                LocalDate.of(2024, 12, 31),
                                quantity("100"),
                                quantity("42"),
                                Map.of(),
                                Map.of()))));
    }

    @Test
    void leaves_absent_what_is_absent_or_empty() {
        var indicator =
                readIndicator(UNIT, "<baseline year='2023'/>" + period("<target value=' '/>") + period("<actual/>"));

        assertThat(indicator.baseline()).isEqualTo(new Baseline(2023, null));
        assertThat(indicator.periods())
                .allSatisfy(period ->
                        assertThat(period).extracting("target", "actual").containsOnlyNulls())
                .hasSize(2);
        assertThat(readIndicator(UNIT, "").baseline()).isNull();
        assertThat(readActivity("<result>" + indicator(UNIT, "") + "</result>").indicators())
                .extracting(IatiIndicator::resultTitle)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource({
        "1,       1, UNIT,        true",
        "2,    true, PERCENTAGE,  true",
        "3,       0, NOMINAL,     false",
        "4,   false, ORDINAL,     false",
        "5,      '', QUALITATIVE, true",
    })
    void knows_the_measures_and_which_way_is_better(String code, String flag, Measure measure, boolean ascending) {
        var indicator = readIndicator("measure='" + code + "' ascending='" + flag + "'", "");

        assertThat(indicator.measure()).isEqualTo(measure);
        assertThat(indicator.ascending()).isEqualTo(ascending);
    }

    @Test
    void skips_an_indicator_without_a_title_or_a_known_measure_and_keeps_the_others() {
        var activity = readActivity(result("<indicator measure='1'/>\n" + indicator("measure='6'", "") + "\n"
                + indicator("", "") + indicator(UNIT, "")));

        assertThat(activity.indicators()).extracting(IatiIndicator::line).containsExactly(3);
        assertThat(activity.skipped())
                .containsExactly(
                        new Skipped(1, "indicator", "it has no title"),
                        new Skipped(2, "indicator \"Pupils\"", "it has no known measure but \"6\""),
                        new Skipped(3, "indicator \"Pupils\"", "it has no known measure but nothing"));
    }

    @ParameterizedTest
    @CsvSource({
        "<period-end iso-date='2024-12-31'/>, 'its start or end is missing, or is no date'",
        "<period-start iso-date='2024-01-01'/>, 'its start or end is missing, or is no date'",
        "<period-start iso-date='2024-01-01'/><period-end iso-date='2024'/>, "
                + "'its start or end is missing, or is no date'",
        "<period-start iso-date='2024-01-02'/><period-end iso-date='2024-01-01'/>, it ends before it starts",
    })
    void skips_a_period_without_a_beginning_and_an_end(String dates, String why) {
        var activity = readActivity(result(indicator(UNIT, "<period>" + dates.replace("'", "\"") + "</period>")));

        assertThat(activity.indicators().getFirst().periods()).isEmpty();
        assertThat(activity.skipped()).containsExactly(new Skipped(1, "period of \"Pupils\"", why));
    }

    @Test
    void takes_a_single_day_for_a_period() {
        var day = "<period><period-start iso-date='2024-01-01'/><period-end iso-date='2024-01-01Z'/></period>";

        assertThat(readIndicator(UNIT, day).periods()).hasSize(1);
    }

    @Test
    void keeps_words_and_says_that_they_do_not_count() {
        var activity = readActivity(result(
                indicator(UNIT, "<baseline year='2023' value='None'/>" + period("\n<actual value='8,386413'/>"))));

        assertThat(activity.indicators().getFirst().baseline()).isEqualTo(new Baseline(2023, new Words("None")));
        assertThat(activity.indicators().getFirst().periods().getFirst().actual())
                .isEqualTo(new Words("8,386413"));
        assertThat(activity.skipped())
                .containsExactly(
                        new Skipped(
                                1, "baseline \"None\" of \"Pupils\"", "kept as text; it does not count in progress"),
                        new Skipped(
                                2, "actual \"8,386413\" of \"Pupils\"", "kept as text; it does not count in progress"));
    }

    @Test
    void counts_percentages_so_words_for_one_are_noted_too() {
        var activity = readActivity(result(indicator("measure='2'", period("<target value='most'/>"))));

        assertThat(activity.skipped()).extracting(Skipped::what).containsExactly("target \"most\" of \"Pupils\"");
    }

    @Test
    void expects_words_of_a_measure_that_is_no_number() {
        var activity = readActivity(result(indicator("measure='5'", period("<target value='Yes'/>"))));

        assertThat(activity.indicators().getFirst().periods().getFirst().target())
                .isEqualTo(new Words("Yes"));
        assertThat(activity.skipped()).isEmpty();
    }

    @Test
    void takes_the_year_of_the_date_where_the_year_is_missing() {
        assertThat(readIndicator(UNIT, "<baseline iso-date='2022-10-20' value='1'/>")
                        .baseline())
                .isEqualTo(new Baseline(2022, quantity("1")));
    }

    @Test
    void reports_a_baseline_without_a_year() {
        var activity = readActivity(result(indicator(UNIT, "<baseline year='22' value='1'/>")));

        assertThat(activity.indicators().getFirst().baseline()).isNull();
        assertThat(activity.skipped()).containsExactly(new Skipped(1, "baseline of \"Pupils\"", "it has no year"));
    }

    @Test
    void keeps_a_placeholder_year_and_says_so_once() {
        var old = indicator(UNIT, "<baseline year='1900' value='0'/>");
        var activity = readActivity(result(indicator(UNIT, "<baseline year='1901'/>") + "\n" + old + old));

        assertThat(activity.indicators().getLast().baseline()).isEqualTo(new Baseline(1900, quantity("0")));
        assertThat(activity.skipped())
                .containsExactly(new Skipped(
                        2,
                        "baseline year of 2 indicators",
                        "kept, but a year of 1900 or before looks like a placeholder"));
    }

    @Test
    void takes_the_whole_and_not_a_part_of_it() {
        var women = "<actual value='20'><dimension name='sex' value='female'/></actual>";
        var north = "<actual value='5'><location ref='N'/></actual>";
        var activity = readActivity(result(indicator(
                UNIT, period(women + north + "<actual value='42'/>") + period(women + north) + period(women))));

        assertThat(activity.indicators().getFirst().periods())
                .extracting(IatiPeriod::actual)
                .containsExactly(quantity("42"), null, quantity("20"));
        assertThat(activity.skipped())
                .containsExactly(new Skipped(
                        1,
                        "actual of \"Pupils\"",
                        "it is given in parts only; they are kept, but no whole can be told from them"));
    }

    @Test
    void keeps_the_parts_beside_the_whole_by_their_dimension() {
        var women = "<dimension name='sex' value='female'/>";
        var adults = "<dimension name='age' value='adult'/>";
        var activity = readActivity(result(indicator(
                UNIT,
                period("<target value='50'>" + women + "</target><target value='100'/><actual value='42'/>"
                        + "<actual value='20'>" + women + "</actual>"
                        + "<actual value='22'><dimension name='sex' value='male'/></actual>"
                        + "<actual value='15'>" + women + adults + "</actual>"
                        + "<actual value='7'><location ref='SV-SS'/></actual>"))));

        var period = activity.indicators().getFirst().periods().getFirst();
        assertThat(period.targetParts()).isEqualTo(Map.of("sex", Map.of("female", number("50"))));
        assertThat(period.actualParts())
                .isEqualTo(Map.of(
                        "sex", Map.of("female", number("20"), "male", number("22")),
                        "sex, age", Map.of("female, adult", number("15")),
                        "location", Map.of("SV-SS", number("7"))));
        assertThat(period.actual()).isEqualTo(quantity("42"));
        assertThat(activity.skipped()).isEmpty();
    }

    @Test
    void keeps_no_part_that_is_no_number_or_given_twice() {
        var activity = readActivity(result(indicator(
                UNIT,
                period("<actual value='9'/>\n<actual value='few'><dimension name='sex' value='female'/></actual>"
                        + "<actual value='1'><dimension name='sex' value='male'/></actual>\n"
                        + "<actual value='2'><dimension name='sex' value='male'/></actual>"))));

        assertThat(activity.indicators().getFirst().periods().getFirst().actualParts())
                .isEqualTo(Map.of("sex", Map.of("male", number("1"))));
        assertThat(activity.skipped())
                .containsExactly(
                        new Skipped(
                                2,
                                "part \"female\" of the actual of \"Pupils\"",
                                "a part is kept as a number only, not as \"few\""),
                        new Skipped(
                                3,
                                "part \"male\" of the actual of \"Pupils\"",
                                "it is given more than once; the first counts"));
    }

    @Test
    void takes_the_first_of_two_wholes_and_says_so() {
        var activity = readActivity(result(indicator(UNIT, period("<target value='1'/>\n<target value='2'/>"))));

        assertThat(activity.indicators().getFirst().periods().getFirst().target())
                .isEqualTo(quantity("1"));
        assertThat(activity.skipped())
                .containsExactly(
                        new Skipped(2, "target of \"Pupils\"", "it is given more than once; the first counts"));
    }

    @Test
    void cuts_long_titles_in_notes_only() {
        var title = "x".repeat(100);
        var activity = readActivity(
                result("<indicator measure='9'><title><narrative>" + title + "</narrative></title></indicator>"));

        assertThat(activity.skipped())
                .extracting(Skipped::what)
                .containsExactly("indicator \"" + "x".repeat(59) + "…\"");
    }

    private static Quantity quantity(String number) {
        return new Quantity(new BigDecimal(number));
    }

    private static BigDecimal number(String number) {
        return new BigDecimal(number);
    }
}
