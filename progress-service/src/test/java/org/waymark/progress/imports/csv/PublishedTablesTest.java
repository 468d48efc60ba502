package org.waymark.progress.imports.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.waymark.progress.imports.csv.Tables.commitments;
import static org.waymark.progress.imports.csv.Tables.notes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waymark.progress.commitments.domain.Measure;
import org.waymark.progress.imports.csv.CsvCommitment.Milestone;
import org.waymark.progress.imports.csv.CsvCommitment.Organization;
import org.waymark.progress.imports.reading.Skipped;
import org.waymark.testing.Contracts;

/** Tables that others really publish; they lie beside the checkout, not in it, as their licences vary. */
class PublishedTablesTest {

    private static final String PLAN = "commitments/canada-ogp-nap5-indicators.csv";
    private static final String LIST = "commitments/open-ownership-commitments.csv";

    @Test
    void finds_every_commitment_milestone_indicator_and_due_date_of_canadas_plan() throws IOException {
        var plan = commitments(entries(PLAN));

        assertThat(plan).hasSize(5);
        assertThat(plan.stream().mapToInt(each -> each.milestones().size()).sum())
                .isEqualTo(19);
        var indicators =
                plan.stream().flatMap(each -> each.indicators().stream()).toList();
        assertThat(indicators).hasSize(106).allMatch(each -> each.measure() == Measure.QUALITATIVE);
        assertThat(indicators.stream().mapToInt(each -> each.periods().size()).sum())
                .isEqualTo(105);
    }

    @Test
    void reads_a_commitment_of_canadas_plan_as_it_stands_there() throws IOException {
        var first = commitments(entries(PLAN)).getFirst();

        assertThat(first.lead()).isEqualTo(new Organization("gov:CAN", "Canada (government)", "10"));
        assertThat(first.title()).isEqualTo("Climate Change and Sustainable Growth");
        assertThat(first.description()).isEqualTo("Changements climatiques et croissance durable");
        assertThat(first.places().countries()).containsExactly("CAN");
        assertThat(first.start()).isEqualTo("2022-06-01");
        assertThat(first.milestones())
                .extracting(Milestone::due)
                .startsWith(LocalDate.of(2023, 12, 31), LocalDate.of(2024, 6, 30));
        assertThat(first.indicators().getFirst().title())
                .startsWith("C01.1.1 Add content and features")
                .endsWith("(nrcan-rncan)");
    }

    @Test
    void says_of_canadas_plan_what_is_left_out() throws IOException {
        var notes = notes(entries(PLAN));

        assertThat(notes.stream().filter(note -> note.line() == 1).map(Skipped::what))
                .containsExactly(
                        "column \"milestone_fr\"",
                        "column \"indicator_fr\"",
                        "column \"deadline_en\"",
                        "column \"deadline_fr\"");
        assertThat(notes)
                .filteredOn(note -> note.why().startsWith("kept without a period"))
                .hasSize(1);
        assertThat(notes)
                .filteredOn(note -> note.why().startsWith("the table names none"))
                .hasSize(5);
        assertThat(notes).hasSize(10);
    }

    @Test
    void finds_every_commitment_on_beneficial_ownership() throws IOException {
        var list = commitments(entries(LIST));

        assertThat(list).hasSize(259);
        assertThat(list.stream()
                        .flatMap(each -> each.places().countries().stream())
                        .distinct())
                .hasSize(128)
                .contains("NAM");
        assertThat(list.getFirst().lead()).isEqualTo(new Organization("gov:CAN", "Canada (government)", "10"));
        assertThat(list.getFirst().title()).isEqualTo("Canada: beneficial ownership transparency");
        assertThat(list.getFirst().description())
                .startsWith("Canada has committed to using the Beneficial Ownership Data Standard")
                .contains("\nPublic register: True\nCentral register: True\nAll sectors: True\nSource: https://");
    }

    @Test
    void says_which_start_on_the_day_they_were_entered() throws IOException {
        var notes = notes(entries(LIST));

        assertThat(notes)
                .filteredOn(note -> note.why().equals("[created_time] is taken, as [date] is blank"))
                .hasSize(11);
        assertThat(notes).hasSize(12);
    }

    private static List<CsvEntry> entries(String name) throws IOException {
        Optional<Path> file = Contracts.realData(name);
        assumeTrue(file.isPresent(), "real data is not at hand: " + name);
        try (var in = Files.newInputStream(file.orElseThrow())) {
            return Tables.read(in);
        }
    }
}
