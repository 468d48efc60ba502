package org.waymark.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.prove.HandMade.actual;
import static org.waymark.prove.HandMade.indicator;
import static org.waymark.prove.HandMade.milestone;
import static org.waymark.prove.HandMade.outdated;
import static org.waymark.prove.HandMade.update;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final String UP = "\"ascending\": true, \"baseline\": {\"year\": 2025, \"value\": 0}";
    private static final String ENDED = "\"end\": \"2026-03-31\", \"target\": 100";

    private final HandMade topic = new HandMade();

    @Test
    void is_the_weighted_share_of_milestones_reached_without_the_cancelled_and_with_the_missed() {
        topic.submitted(
                        "2026-10-01",
                        milestone("m", "2026-12-31", 1) + "," + milestone("n", "2026-12-31", 2) + ","
                                + milestone("o", "2026-12-31", 4),
                        "")
                .claimed("2026-10-10", "m", "2026-10-05")
                .add("2026-10-12", "milestone-cancelled", "{\"milestoneId\": \"o\"}")
                .add("2026-10-14", "milestone-missed", "{\"milestoneId\": \"n\"}")
                .add("2026-10-16", "milestone-verified", "{\"milestoneId\": \"m\"}");

        assertThat(reported("2026-10-04")).isEqualTo("0.0000");
        assertThat(reported("2026-10-05")).isEqualTo("0.1429");
        assertThat(reported("2026-10-12")).isEqualTo("0.3333");
        assertThat(reported("2026-10-14")).isEqualTo("0.3333");
        assertThat(verified("2026-10-15")).isEqualTo("0.0000");
        assertThat(verified("2026-10-16")).isEqualTo("0.3333");
    }

    @Test
    void is_unknown_where_all_milestones_are_cancelled_though_there_are_indicators() {
        topic.submitted("2026-10-01", milestone("m", "2026-12-31", 1), indicator("i", UP, ENDED + ", \"actual\": 50"))
                .add("2026-10-12", "milestone-cancelled", "{\"milestoneId\": \"m\"}");

        assertThat(reported("2026-10-11")).isEqualTo("0.0000");
        assertThat(reported("2026-10-12")).isNull();
    }

    @Test
    void is_by_indicators_until_the_first_milestone_is_added() {
        topic.submitted("2026-10-01", "", indicator("i", UP, ENDED + ", \"actual\": 50"))
                .add("2026-10-12", "milestone-added", "{\"milestone\": " + milestone("m", "2026-12-31", 1) + "}");

        assertThat(reported("2026-10-11")).isEqualTo("0.5000");
        assertThat(reported("2026-10-12")).isEqualTo("0.0000");
    }

    @Test
    void weighs_milestones_as_they_are_weighed_last() {
        topic.submitted("2026-10-01", milestone("m", "2026-12-31", 1) + "," + milestone("n", "2026-12-31", 1), "")
                .claimed("2026-10-10", "m", "2026-10-05")
                .add("2026-10-20", "milestone-revised", """
                        {"milestoneId": "n", "title": "n", "weight": 3}""");

        assertThat(reported("2026-10-10")).isEqualTo("0.2500");
        assertThat(text(Progress.selfReported(known("2026-10-19"), LocalDate.parse("2026-10-10"))))
                .isEqualTo("0.5000");
    }

    @Test
    void of_an_indicator_is_that_of_its_latest_period_that_is_over() {
        topic.submitted(
                        "2026-01-01",
                        "",
                        indicator("i", UP, "\"end\": \"2026-03-31\", \"target\": 100, \"actual\": 60"))
                .add("2026-02-01", "period-added", """
                        {"indicatorId": "i", "period": {"id": "later", "start": "2026-01-01", "end": "2026-06-30",
                         "target": 200, "actual": 50}}""");

        assertThat(reported("2026-03-30")).isNull();
        assertThat(reported("2026-03-31")).isEqualTo("0.6000");
        assertThat(reported("2026-06-29")).isEqualTo("0.6000");
        assertThat(reported("2026-06-30")).isEqualTo("0.2500");
    }

    @Test
    void is_the_mean_over_indicators_of_which_it_is_known() {
        topic.submitted(
                "2026-04-01",
                "",
                String.join(
                        ",",
                        indicator("over", UP, ENDED + ", \"actual\": 900"),
                        indicator("third", UP, "\"end\": \"2026-03-31\", \"target\": 3, \"actual\": 1"),
                        indicator("untold", UP, ENDED),
                        indicator("aimless", UP, "\"end\": \"2026-03-31\", \"actual\": 1")));

        assertThat(reported("2026-04-01")).isEqualTo("0.6667");
    }

    @Test
    void without_a_baseline_more_counts_from_nothing_and_less_is_known_only_when_the_target_is_met() {
        topic.submitted("2026-04-01", "", indicator("i", "\"ascending\": true", ENDED + ", \"actual\": 25"));
        assertThat(reported("2026-04-01")).isEqualTo("0.2500");

        topic.announced.clear();
        topic.submitted("2026-04-01", "", indicator("i", "\"ascending\": false", ENDED + ", \"actual\": 101"))
                .reported("2026-04-05", "", actual("i", "100"));
        assertThat(reported("2026-04-01")).isNull();
        assertThat(reported("2026-04-05")).isEqualTo("1.0000");
    }

    @Test
    void where_less_is_better_and_the_baseline_is_known_it_is_the_way_down() {
        topic.submitted(
                "2026-04-01",
                "",
                indicator(
                        "i",
                        "\"ascending\": false, \"baseline\": {\"year\": 2025, \"value\": 200}",
                        ENDED + ", \"actual\": 125"));

        assertThat(reported("2026-04-01")).isEqualTo("0.7500");
    }

    @Test
    void a_value_holds_from_the_day_it_speaks_of() {
        submittedInApril().reported("2026-05-20", "", actual("i", "40"), 0, ", \"effective\": \"2026-05-10\"");

        assertThat(reported("2026-05-09")).isNull();
        assertThat(reported("2026-05-10")).isEqualTo("0.4000");
    }

    @Test
    void a_value_of_a_day_before_the_period_was_known_holds_from_when_it_was() {
        submittedInApril().reported("2026-05-20", "", actual("i", "40"), 0, ", \"effective\": \"2026-02-10\"");

        assertThat(reported("2026-04-01")).isEqualTo("0.4000");
    }

    @Test
    void an_outdated_value_holds_until_the_next() {
        submittedInApril()
                .reported("2026-05-20", "", actual("i", "40"))
                .reported("2026-05-21", "", outdated("i", "10"), 0, ", \"effective\": \"2026-05-10\"");

        assertThat(reported("2026-05-09")).isNull();
        assertThat(reported("2026-05-10")).isEqualTo("0.1000");
        assertThat(reported("2026-05-19")).isEqualTo("0.1000");
        assertThat(reported("2026-05-20")).isEqualTo("0.4000");
    }

    @Test
    void an_outdated_value_never_takes_the_place_of_the_one_that_stands() {
        submittedInApril()
                .reported("2026-05-20", "", actual("i", "40"), 0, ", \"effective\": \"2026-02-10\"")
                .reported("2026-05-21", "", outdated("i", "10"), 0, ", \"effective\": \"2026-01-10\"");

        assertThat(reported("2026-04-01")).isEqualTo("0.4000");
        assertThat(reported("2026-06-01")).isEqualTo("0.4000");
    }

    @Test
    void a_later_statement_of_an_earlier_day_replaces_what_was_said_of_later_ones() {
        submittedInApril()
                .reported("2026-05-20", "", actual("i", "40"))
                .reported("2026-05-21", "", actual("i", "30"), 0, ", \"effective\": \"2026-05-10\"");

        assertThat(reported("2026-05-10")).isEqualTo("0.3000");
        assertThat(reported("2026-05-20")).isEqualTo("0.3000");
    }

    @Test
    void words_change_nothing() {
        submittedInApril().reported("2026-05-20", "", actual("i", "40")).reported("2026-05-22", "", """
                {"indicatorId": "i", "periodId": "i"}""");

        assertThat(reported("2026-05-22")).isEqualTo("0.4000");
    }

    @Test
    void a_correction_holds_from_the_day_of_what_it_corrects() {
        submittedInApril()
                .reported("2026-05-10", "", actual("i", "10"))
                .reported("2026-05-20", "", actual("i", "40"))
                .add("2026-05-25", "actual-corrected", "{\"actual\": " + actual("i", "44") + "}");

        assertThat(reported("2026-05-19")).isEqualTo("0.1000");
        assertThat(reported("2026-05-20")).isEqualTo("0.4400");
        assertThat(text(Progress.selfReported(known("2026-05-24"), LocalDate.parse("2026-05-20"))))
                .isEqualTo("0.4000");
    }

    @Test
    void a_correction_in_words_leaves_no_value() {
        submittedInApril().reported("2026-05-10", "", actual("i", "10")).add("2026-05-25", "actual-corrected", """
                {"actual": {"indicatorId": "i", "periodId": "i"}}""");

        assertThat(reported("2026-05-10")).isNull();
    }

    @Test
    void a_value_taken_back_lets_the_one_before_stand_again() {
        submittedInApril()
                .reported("2026-05-10", "", actual("i", "10"))
                .reported("2026-05-20", "", actual("i", "40"))
                .add("2026-05-25", "update-resubmitted", update("", "", 0, takingBack(actual("i", "10"))));

        assertThat(reported("2026-05-20")).isEqualTo("0.1000");
        assertThat(reported("2026-05-10")).isEqualTo("0.1000");
        assertThat(text(Progress.selfReported(known("2026-05-24"), LocalDate.parse("2026-05-20"))))
                .isEqualTo("0.4000");
    }

    @Test
    void another_value_that_stands_again_holds_from_the_day_of_the_one_taken_back() {
        submittedInApril()
                .reported("2026-05-10", "", actual("i", "10"))
                .reported("2026-05-20", "", actual("i", "40"))
                .add("2026-05-25", "update-resubmitted", update("", "", 0, takingBack(actual("i", "12"))));

        assertThat(reported("2026-05-19")).isEqualTo("0.1000");
        assertThat(reported("2026-05-20")).isEqualTo("0.1200");
    }

    @Test
    void a_value_that_was_replaced_stands_again_only_from_the_day_of_the_one_taken_back() {
        submittedInApril()
                .reported("2026-05-20", "", actual("i", "40"))
                .reported("2026-05-21", "", actual("i", "30"), 0, ", \"effective\": \"2026-05-10\"")
                .add("2026-05-25", "update-resubmitted", update("", "", 0, takingBack(actual("i", "40"))));

        assertThat(reported("2026-05-10")).isEqualTo("0.4000");
    }

    @Test
    void a_value_taken_back_with_nothing_before_it_leaves_none_and_what_is_said_with_it_counts() {
        String nothing = """
                {"indicatorId": "i", "periodId": "i"}""";
        submittedInApril()
                .reported("2026-05-20", "", actual("i", "40"))
                .add("2026-05-25", "update-resubmitted", update("", "", 0, takingBack(nothing)))
                .add("2026-05-28", "progress-reported", update("", actual("i", "70"), 0, takingBack(nothing)));

        assertThat(text(Progress.selfReported(known("2026-05-25"), LocalDate.parse("2026-05-25"))))
                .isNull();
        assertThat(reported("2026-05-22")).isNull();
        assertThat(reported("2026-05-24")).isEqualTo("0.7000");
    }

    @Test
    void verified_values_are_apart_and_hold_from_when_they_were_recorded() {
        submittedInApril()
                .reported("2026-05-10", "", actual("i", "40"))
                .add("2026-05-25", "update-verified", """
                {"updateId": "u", "revision": 1, "milestones": [], "actuals": [%s]}""".formatted(actual("i", "38")));

        assertThat(verified("2026-05-24")).isNull();
        assertThat(verified("2026-05-25")).isEqualTo("0.3800");
        assertThat(reported("2026-05-25")).isEqualTo("0.4000");
    }

    private HandMade submittedInApril() {
        return topic.submitted("2026-04-01", "", indicator("i", UP, ENDED));
    }

    private static String takingBack(String actual) {
        return ", \"effective\": \"2026-05-24\", \"retracted\": {\"milestones\": [], \"actuals\": [" + actual + "]}";
    }

    private @Nullable String reported(String day) {
        return text(Progress.selfReported(known("2099-12-31"), LocalDate.parse(day)));
    }

    private @Nullable String verified(String day) {
        return text(Progress.verified(known("2099-12-31"), LocalDate.parse(day)));
    }

    private Known known(String at) {
        return Known.of(topic.history(), LocalDate.parse(at)).orElseThrow();
    }

    private static @Nullable String text(@Nullable BigDecimal progress) {
        return progress == null ? null : progress.toPlainString();
    }
}
