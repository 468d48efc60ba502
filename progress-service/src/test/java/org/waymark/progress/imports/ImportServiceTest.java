package org.waymark.progress.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.waymark.progress.commitments.UseCases.caller;
import static org.waymark.progress.commitments.UseCases.partner;
import static org.waymark.progress.commitments.UseCases.secretariat;
import static org.waymark.progress.commitments.domain.CommitmentFixture.number;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.platform.Uuids;
import org.waymark.progress.commitments.CommitmentService;
import org.waymark.progress.commitments.UseCases;
import org.waymark.progress.commitments.domain.CommitmentCommand.Actor;
import org.waymark.progress.commitments.domain.CommitmentCommand.Introduction;
import org.waymark.progress.commitments.domain.CommitmentEvent.CommitmentSubmitted;
import org.waymark.progress.commitments.domain.Milestone;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.Status;
import org.waymark.progress.imports.reading.Skipped;

class ImportServiceTest {

    private static final PartnerId IOM =
            new PartnerId(Uuids.of("partners", "XM-DAC-47066").toString());
    private static final PartnerId BANK =
            new PartnerId(Uuids.of("partners", "XM-DAC-44000").toString());
    private static final String RESULT = """
            <result type='1'><title><narrative>Learning</narrative></title>
            <indicator measure='1'><title><narrative>Pupils</narrative></title>
            <period><period-start iso-date='2024-01-01'/><period-end iso-date='2024-12-31'/>
            <target value='100'/><actual value='90'/></period>
            <period><period-start iso-date='2025-01-01'/><period-end iso-date='2025-12-31'/>
            <target value='200'/></period>
            </indicator></result>
            """;

    private static final String TABLE = """
            organization,organization_name,organization_type,commitment,title,countries,start,\
            milestone,milestone_due,milestone_weight,indicator,measure,period_end,target,actual
            XM-DAC-47066,IOM,40,C1,Fair recruitment,SLV,2026,First corridor,2026-06,3,Cases,unit,2026,800,950
            XM-DAC-47066,,,C1,,,,,,,Cases,unit,2027,600,
            """;

    private final UseCases world = new UseCases();
    private final ImportService imports = new ImportService(world.service);

    @Test
    void each_activity_becomes_a_commitment_of_its_reporter_as_old_news() {
        ImportResult result = run(
                secretariat(),
                activity("XM-1", "XM-DAC-47066", "Schools", RESULT) + activity("XM-2", "XM-DAC-44000", "Roads", ""));

        assertThat(result)
                .extracting(
                        ImportResult::activities,
                        ImportResult::created,
                        ImportResult::unchanged,
                        ImportResult::indicators,
                        ImportResult::periods,
                        ImportResult::targets,
                        ImportResult::actuals)
                .containsExactly(2, 2, 0, 1, 2, 2, 1);
        assertThat(result.skipped()).isEmpty();
        assertThat(world.commitments.events(CommitmentService.idOf(IOM, "iati:XM-1")))
                .singleElement()
                .isInstanceOfSatisfying(CommitmentSubmitted.class, event -> {
                    assertThat(event.promise().lead()).isEqualTo(IOM);
                    assertThat(event.by().secretariat()).isTrue();
                    assertThat(event.by().backlog()).isTrue();
                    assertThat(event.origin()).isNotNull();
                });
    }

    @Test
    void the_same_file_again_changes_nothing() {
        String file = activity("XM-1", "XM-DAC-47066", "Schools", RESULT);
        run(secretariat(), file);

        ImportResult again = run(secretariat(), file);

        assertThat(again.created()).isZero();
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(again.skipped()).isEmpty();
        assertThat(world.commitments.size()).isEqualTo(1);
    }

    @Test
    void an_activity_that_changed_since_is_left_as_it_stands_and_said_so() {
        run(secretariat(), activity("XM-1", "XM-DAC-47066", "Schools", ""));

        ImportResult again = run(secretariat(), activity("XM-1", "XM-DAC-47066", "More schools", ""));

        assertThat(again.created() + again.unchanged()).isZero();
        assertThat(again.skipped())
                .singleElement()
                .extracting(Skipped::what, Skipped::why)
                .containsExactly(
                        "activity XM-1",
                        "It was imported before with other content, which stands; changes are not carried over yet.");
    }

    @Test
    void a_partner_imports_its_own_and_is_told_of_the_rest() {
        ImportResult result = run(
                partner(IOM),
                activity("XM-1", "XM-DAC-47066", "Schools", "") + activity("XM-2", "XM-DAC-44000", "Roads", ""));

        assertThat(result.created()).isEqualTo(1);
        assertThat(result.skipped()).extracting(Skipped::what).containsExactly("activity XM-1", "activity XM-2");
        assertThat(result.skipped().getLast().why()).contains("another organization");
        assertThat(world.commitments.find(CommitmentService.idOf(BANK, "iati:XM-2")))
                .isEmpty();
        assertThat(world.commitments.events(CommitmentService.idOf(IOM, "iati:XM-1")))
                .singleElement()
                .isInstanceOfSatisfying(
                        CommitmentSubmitted.class,
                        event -> assertThat(event.by().secretariat()).isFalse());
    }

    @Test
    void a_partner_can_only_submit_whatever_its_files_say() {
        String rows = TABLE.replace("weight,indicator", "weight,status,indicator")
                .replace(",3,Cases", ",3,completed,Cases")
                .replace(",,,Cases", ",,,,Cases");

        ImportResult dry = table(partner(IOM), rows, true);
        ImportResult fromTable = table(partner(IOM), rows, false);
        ImportResult fromIati = run(partner(IOM), activity("XM-1", "XM-DAC-47066", "Schools", ""));

        assertThat(world.commitments.find(CommitmentService.idOf(IOM, "iati:XM-1")))
                .hasValueSatisfying(one -> assertThat(one.commitment().status()).isEqualTo(Status.SUBMITTED));
        assertThat(world.commitments.find(CommitmentService.idOf(IOM, "csv:waymark:XM-DAC-47066 C1")))
                .hasValueSatisfying(one -> assertThat(one.commitment().status()).isEqualTo(Status.SUBMITTED));
        assertThat(dry.skipped())
                .isEqualTo(fromTable.skipped())
                .singleElement()
                .satisfies(note -> assertThat(note.why()).contains("completed").contains("as submitted"));
        assertThat(fromIati.skipped())
                .singleElement()
                .satisfies(note ->
                        assertThat(note.why()).contains("in implementation").contains("as submitted"));
        assertThat(run(partner(IOM), activity("XM-1", "XM-DAC-47066", "Schools", ""))
                        .unchanged())
                .isEqualTo(1);
    }

    @Test
    void what_the_secretariat_brought_in_stays_as_it_is_when_the_partner_brings_it_in_itself() {
        String file = activity("XM-1", "XM-DAC-47066", "Schools", "");
        run(secretariat(), file);

        ImportResult again = run(partner(IOM), file);

        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(again.skipped()).isEmpty();
        assertThat(world.commitments.find(CommitmentService.idOf(IOM, "iati:XM-1")))
                .hasValueSatisfying(one -> assertThat(one.commitment().status()).isEqualTo(Status.IN_IMPLEMENTATION));
    }

    @Test
    void the_first_ten_thousand_notes_are_told_and_the_rest_is_counted() {
        String another = activity("XM-2", "XM-DAC-44000", "Roads", "");

        ImportResult result = run(partner(IOM), another.repeat(10_003));

        assertThat(result.activities()).isEqualTo(10_003);
        assertThat(result.skipped()).hasSize(10_000);
        assertThat(result.moreSkipped()).isEqualTo(3);
    }

    @Test
    void a_caller_without_organization_imports_nothing() {
        ImportResult result = run(caller(null, "observer"), activity("XM-1", "XM-DAC-47066", "Schools", ""));

        assertThat(result.created()).isZero();
        assertThat(world.commitments.size()).isZero();
    }

    @Test
    void an_activity_without_a_start_is_left_out_and_the_others_go_on() {
        String dateless =
                activity("XM-1", "XM-DAC-47066", "Schools", "").replaceAll("<activity-date type='2'[^>]*>", "");

        ImportResult result = run(secretariat(), dateless + activity("XM-2", "XM-DAC-47066", "Roads", ""));

        assertThat(result.activities()).isEqualTo(2);
        assertThat(result.created()).isEqualTo(1);
        assertThat(result.skipped())
                .singleElement()
                .satisfies(note -> assertThat(note.why()).contains("no start"));
    }

    @Test
    void an_activity_that_cannot_be_a_commitment_is_left_out_with_the_reason() {
        String endless = activity(
                "XM-1", "XM-DAC-47066", "Schools", RESULT.replace("value='100'", "value='" + "9".repeat(32) + "'"));

        ImportResult result = run(secretariat(), endless + activity("XM-2", "XM-DAC-47066", "Roads", ""));

        assertThat(result.created()).isEqualTo(1);
        assertThat(result.skipped())
                .extracting(Skipped::why)
                .containsExactly("A number of at most 30 digits, 15 of them after the point.");
    }

    @Test
    void a_suspended_reporter_is_left_out() {
        world.directory.shutOut(IOM.value());

        ImportResult result = run(
                secretariat(),
                activity("XM-1", "XM-DAC-47066", "Schools", "") + activity("XM-2", "XM-DAC-44000", "Roads", ""));

        assertThat(result.created()).isEqualTo(1);
        assertThat(result.skipped()).hasSize(1);
    }

    @Test
    void a_dry_run_counts_the_same_and_stores_nothing() {
        run(secretariat(), activity("XM-1", "XM-DAC-47066", "Schools", RESULT));
        String file =
                activity("XM-1", "XM-DAC-47066", "Schools", RESULT) + activity("XM-2", "XM-DAC-44000", "Roads", RESULT);

        ImportResult dry = imports.run(secretariat(), () -> IatiFile.open(stream(file(file))), true);
        assertThat(world.commitments.size()).isEqualTo(1);
        ImportResult real = run(secretariat(), file);

        assertThat(dry)
                .isEqualTo(new ImportResult(
                        true,
                        real.activities(),
                        real.created(),
                        real.unchanged(),
                        real.milestones(),
                        real.indicators(),
                        real.periods(),
                        real.targets(),
                        real.actuals(),
                        real.skipped(),
                        real.moreSkipped()));
    }

    @Test
    void a_dry_run_refuses_what_the_real_one_would() {
        run(secretariat(), activity("XM-1", "XM-DAC-47066", "Schools", ""));
        world.directory.shutOut(BANK.value());
        String file = activity("XM-1", "XM-DAC-47066", "More schools", "")
                + activity("XM-2", "XM-DAC-44000", "Roads", "")
                + activity("XM-3", "XM-DAC-47066", "Bridges", "<activity-date type='4' iso-date='2999-01-01'/>");

        ImportResult dry = imports.run(secretariat(), () -> IatiFile.open(stream(file(file))), true);
        ImportResult real = run(secretariat(), file);

        assertThat(dry.skipped()).hasSize(3).isEqualTo(real.skipped());
        assertThat(dry.created() + dry.unchanged()).isZero();
        assertThat(world.commitments.size()).isEqualTo(1);
    }

    @Test
    void a_file_cut_off_says_where_and_what_was_stored_and_can_be_sent_again() {
        String whole =
                file(activity("XM-1", "XM-DAC-47066", "Schools", "") + activity("XM-2", "XM-DAC-47066", "Roads", ""));
        String cut = whole.substring(0, whole.indexOf("Roads"));

        Problem problem = Objects.requireNonNull(catchThrowableOfType(
                Problem.class, () -> imports.run(secretariat(), () -> IatiFile.open(stream(cut)), false)));

        assertThat(problem.status()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(problem.type()).isEqualTo("file-refused");
        assertThat(problem.getMessage()).startsWith("Line ").contains("before that line, 1 commitments were stored");
        ImportResult again = imports.run(secretariat(), () -> IatiFile.open(stream(whole)), false);
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(again.created()).isEqualTo(1);
    }

    @Test
    void rows_of_a_table_become_a_commitment_of_the_organization_they_name() {
        ImportResult result = table(secretariat(), TABLE, false);

        assertThat(result).isEqualTo(new ImportResult(false, 1, 1, 0, 1, 1, 2, 2, 1, List.of(), 0));
        assertThat(world.commitments.events(CommitmentService.idOf(IOM, "csv:waymark:XM-DAC-47066 C1")))
                .singleElement()
                .isInstanceOfSatisfying(CommitmentSubmitted.class, event -> {
                    assertThat(event.by()).isEqualTo(new Actor(true, true));
                    assertThat(event.origin()).isEqualTo(new Introduction("XM-DAC-47066", "IOM", "40"));
                    assertThat(event.promise().title()).isEqualTo("Fair recruitment");
                    assertThat(event.promise().reach().countries()).containsExactly("SLV");
                    assertThat(event.milestones())
                            .extracting(Milestone::title, Milestone::due, Milestone::weight)
                            .containsExactly(tuple("First corridor", LocalDate.of(2026, 6, 30), 3));
                    assertThat(event.indicators()
                                    .getFirst()
                                    .periods()
                                    .getFirst()
                                    .target())
                            .isEqualTo(number("800"));
                });
    }

    @Test
    void the_same_table_again_changes_nothing_and_another_content_is_said_to_stand() {
        table(secretariat(), TABLE, false);

        ImportResult again = table(secretariat(), TABLE, false);
        ImportResult other = table(secretariat(), TABLE.replace("Fair", "Unfair"), false);

        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(other.skipped())
                .extracting(Skipped::line, Skipped::what, Skipped::why)
                .containsExactly(tuple(
                        2,
                        "commitment \"XM-DAC-47066 C1\"",
                        "It was imported before with other content, which stands; changes are not carried over yet."));
    }

    @Test
    void a_partner_imports_its_own_rows_of_a_table_and_is_told_of_the_rest() {
        String both = TABLE + "XM-DAC-44000,Bank,40,C1,Roads,SLV,2026,Built,2027-06,1,,,,,\n";

        ImportResult result = table(partner(IOM), both, false);

        assertThat(result.created()).isEqualTo(1);
        assertThat(result.skipped())
                .singleElement()
                .satisfies(note -> assertThat(note.why()).contains("another organization"));
    }

    @Test
    void what_the_domain_refuses_of_a_table_is_said_with_its_line_in_a_dry_run_too() {
        String early = TABLE.replace("2026-06,3", "2025-06,3");

        ImportResult dry = table(secretariat(), early, true);
        ImportResult real = table(secretariat(), early, false);

        assertThat(dry.skipped())
                .isEqualTo(real.skipped())
                .containsExactly(new Skipped(
                        2,
                        "commitment \"XM-DAC-47066 C1\"",
                        "milestones[0].due: The milestone is due before the start."));
        assertThat(world.commitments.size()).isZero();
    }

    @Test
    void a_table_that_breaks_says_where_and_what_was_stored() {
        Problem problem = Objects.requireNonNull(catchThrowableOfType(
                Problem.class, () -> table(secretariat(), TABLE + "XM,X,40,C2,\"Roads\" and more\n", false)));

        assertThat(problem.type()).isEqualTo("file-refused");
        assertThat(problem.getMessage()).startsWith("Line 4: ");
    }

    private ImportResult table(Caller caller, String table, boolean dryRun) {
        return imports.run(caller, () -> CsvFile.open(stream(table), null), dryRun);
    }

    private ImportResult run(Caller caller, String activities) {
        return imports.run(caller, () -> IatiFile.open(stream(file(activities))), false);
    }

    private static String file(String activities) {
        return "<iati-activities version='2.03'>" + activities + "</iati-activities>";
    }

    private static String activity(String identifier, String reporter, String title, String more) {
        return """
               <iati-activity><iati-identifier>%s</iati-identifier>
               <reporting-org ref='%s' type='40'><narrative>Reporter</narrative></reporting-org>
               <title><narrative>%s</narrative></title><activity-status code='2'/>
               <activity-date type='2' iso-date='2024-01-01'/>%s</iati-activity>
               """.formatted(identifier, reporter, title, more);
    }

    private static ByteArrayInputStream stream(String document) {
        return new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
    }
}
