package org.waymark.progress.commitments.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.commitments.domain.Askers.ILO;
import static org.waymark.progress.commitments.domain.CommitmentFixture.END;
import static org.waymark.progress.commitments.domain.CommitmentFixture.IOM;
import static org.waymark.progress.commitments.domain.CommitmentFixture.START;
import static org.waymark.progress.commitments.domain.CommitmentFixture.UNICEF;
import static org.waymark.progress.commitments.domain.CommitmentFixture.aCommitment;
import static org.waymark.progress.commitments.domain.CommitmentFixture.indicator;
import static org.waymark.progress.commitments.domain.CommitmentFixture.milestone;
import static org.waymark.progress.commitments.domain.CommitmentFixture.noonOf;
import static org.waymark.progress.commitments.domain.CommitmentFixture.number;
import static org.waymark.progress.commitments.domain.CommitmentFixture.period;
import static org.waymark.progress.commitments.domain.CommitmentFixture.then;
import static org.waymark.progress.commitments.domain.CommitmentFixture.update;
import static org.waymark.progress.commitments.domain.CommitmentFixture.words;
import static org.waymark.progress.commitments.domain.CommitmentFixture.year;
import static org.waymark.progress.commitments.domain.ReportFixture.aReport;

import com.mongodb.MongoClientSettings;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.configuration.CodecRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.waymark.progress.commitments.domain.Asker;
import org.waymark.progress.commitments.domain.Assessment;
import org.waymark.progress.commitments.domain.Commitment;
import org.waymark.progress.commitments.domain.CommitmentCommand.AnswerReturn;
import org.waymark.progress.commitments.domain.CommitmentCommand.CancelMilestone;
import org.waymark.progress.commitments.domain.CommitmentCommand.ChangeStatus;
import org.waymark.progress.commitments.domain.CommitmentCommand.OverrideHealth;
import org.waymark.progress.commitments.domain.CommitmentCommand.RecordTime;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReportProgress;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReturnUpdate;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReviseMilestone;
import org.waymark.progress.commitments.domain.CommitmentCommand.VerifyUpdate;
import org.waymark.progress.commitments.domain.Disaggregation;
import org.waymark.progress.commitments.domain.GroupId;
import org.waymark.progress.commitments.domain.Health;
import org.waymark.progress.commitments.domain.Health.Reason;
import org.waymark.progress.commitments.domain.Indicator;
import org.waymark.progress.commitments.domain.Indicator.Period;
import org.waymark.progress.commitments.domain.Indicator.Statement;
import org.waymark.progress.commitments.domain.Level;
import org.waymark.progress.commitments.domain.LifeCycle.Step;
import org.waymark.progress.commitments.domain.Measure;
import org.waymark.progress.commitments.domain.Milestone;
import org.waymark.progress.commitments.domain.Milestone.State;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.Promise;
import org.waymark.progress.commitments.domain.Report;
import org.waymark.progress.commitments.domain.ReportFixture;
import org.waymark.progress.commitments.domain.Review;
import org.waymark.progress.commitments.domain.Status;
import org.waymark.progress.commitments.domain.UpdateId;

/** What is stored is what was decided, to the last digit. */
class CommitmentDocumentsTest {

    private static final CodecRegistry CODECS = MongoClientSettings.getDefaultCodecRegistry();
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00.123Z");
    private static final Asker LEAD = Asker.partner(IOM);
    private static final Asker CO_CHAIR = new Asker(ILO, Set.of(GroupId.DEFAULT));

    @Test
    void a_commitment_with_everything_comes_back_as_it_was() {
        Commitment commitment = eventful();

        assertThat(CommitmentDocuments.read(stored(commitment))).isEqualTo(commitment);
    }

    @Test
    void what_comes_back_of_it_holds_one_of_everything() {
        Commitment commitment = eventful();

        assertThat(commitment.milestones())
                .extracting(Milestone::state)
                .containsExactly(State.VERIFIED, State.REACHED, State.CANCELLED, State.PLANNED, State.IN_PROGRESS);
        assertThat(commitment.milestones()).extracting(Milestone::overdue).contains(true);
        assertThat(commitment.milestones()).extracting(Milestone::slips).contains(1);
        assertThat(commitment.reviews()).extracting(Review::state).containsOnly(Review.State.values());
        assertThat(commitment.reviews()).extracting(Review::answered).contains(true);
        assertThat(commitment.indicators())
                .flatExtracting(Indicator::periods)
                .satisfiesOnlyOnce(one -> assertThat(one.said()).hasSize(2))
                .satisfiesOnlyOnce(one -> assertThat(one.verified()).isNotNull())
                .extracting(Period::actual)
                .contains(null, new Statement(number("7"), Disaggregation.NONE, null, LocalDate.MIN));
        assertThat(commitment.suspendedFrom()).isNotNull();
        assertThat(commitment.health().override()).isNotNull();
        assertThat(commitment.health().reasons()).isNotEmpty();
        assertThat(commitment.submittedAt()).isNotEqualTo(commitment.heard());
    }

    @Test
    void a_commitment_with_as_little_as_possible_comes_back_as_it_was() {
        Commitment commitment = aCommitment().towards().until(null).standing();

        assertThat(CommitmentDocuments.read(stored(commitment))).isEqualTo(commitment);
    }

    @ParameterizedTest
    @EnumSource
    void every_status_comes_back(Status status) {
        Commitment commitment = aCommitment().that(status).standing();

        assertThat(CommitmentDocuments.read(stored(commitment)).status()).isEqualTo(status);
    }

    /** Where it is not, that version is one of the earlier ones now: keep its documents, and add today's. */
    @Test
    void a_commitment_of_the_second_version_is_written_as_it_was_read() throws IOException {
        BsonArray found = BsonArray.parse(resource("commitments-of-the-second-version.json"));

        assertThat(found).hasSize(2).allSatisfy(one -> {
            Document state = decoded(one.asDocument().getDocument("state"));
            assertThat(stored(CommitmentDocuments.read(state))).isEqualTo(state);
        });
    }

    @Test
    void a_commitment_of_the_first_version_is_read_as_if_it_said_nothing_of_what_came_since() throws IOException {
        Commitment read = CommitmentDocuments.read(Document.parse(resource("commitment-of-the-first-version.json")));

        Instant begun = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(read)
                .isEqualTo(new Commitment(
                        new Promise(
                                "Safe recruitment corridors",
                                "Between two countries.",
                                IOM,
                                List.of(UNICEF),
                                GroupId.DEFAULT,
                                Promise.Plan.NONE,
                                new Promise.Reach(
                                        Level.COUNTRY, List.of("SLV", "HND"), List.of(), List.of("8.7", "10.7")),
                                START,
                                END,
                                ZoneOffset.UTC),
                        Status.IN_IMPLEMENTATION,
                        null,
                        List.of(reachedLongAgo(), overdueLongAgo()),
                        List.of(new Indicator(
                                indicator(1),
                                "People",
                                Measure.UNIT,
                                false,
                                new Indicator.Baseline(2025, number("0.10")),
                                List.of(
                                        Period.known(
                                                period(1),
                                                START,
                                                START.plusDays(364),
                                                number("100"),
                                                number("42"),
                                                Disaggregation.NONE),
                                        year(2, 2027, words("fewer"))))),
                        List.of(),
                        List.of(new Commitment.Stance(null, Assessment.AT_RISK)),
                        begun,
                        begun,
                        new Health(Health.State.AT_RISK, List.of(Reason.SELF_ASSESSMENT, Reason.OVERDUE), null)));
        assertThat(CommitmentDocuments.read(stored(read))).isEqualTo(read);
    }

    @Test
    void an_update_comes_back_as_its_author_wrote_it() {
        Report report = new Report(
                new Report.Words("Two signed.", "The third hesitates.", "Ask again.", "Go in person."),
                Assessment.ON_TRACK,
                LocalDate.of(2026, 10, 31),
                aReport()
                        .claiming(milestone(1), "2026-10-30")
                        .beginning(milestone(2))
                        .report()
                        .milestones(),
                broken("-0.50", "sex").report().actuals(),
                List.of(
                        new Report.Evidence(
                                URI.create("https://example.org/a?b=c"),
                                null,
                                "Treaty",
                                "es-SV",
                                LocalDate.of(2026, 10, 29)),
                        new Report.Evidence(null, "f0000001", "Photo", null, null)));

        assertThat(ReportDocuments.read(throughBson(ReportDocuments.write(report, LocalDate.of(2026, 10, 31)))))
                .isEqualTo(report);
    }

    @Test
    void an_update_without_a_day_comes_back_with_the_day_it_was_recorded_for() {
        Report report = aReport().saying(null).assessing(Assessment.AT_RISK).report();
        LocalDate recorded = LocalDate.of(2026, 11, 1);

        assertThat(ReportDocuments.read(throughBson(ReportDocuments.write(report, recorded))))
                .isEqualTo(
                        new Report(Report.Words.NONE, Assessment.AT_RISK, recorded, List.of(), List.of(), List.of()));
    }

    private static Commitment eventful() {
        Commitment planned = aCommitment()
                .described("Between two countries.")
                .supportedBy(UNICEF)
                .at(Level.COUNTRY, "SLV", "HND")
                .inRegions("013", "419")
                .planned("Recruitment", 2026)
                .atHomeIn("America/El_Salvador")
                .towards("8.7", "10.7")
                .dueOn("2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01", "2027-12-01")
                .measuring(
                        "People",
                        Measure.UNIT,
                        false,
                        new Indicator.Baseline(2025, number("0.10")),
                        year(1, 2026, number("123456789012345.123456789012345")),
                        year(2, 2027, words("fewer")))
                .measuring("Law", Measure.QUALITATIVE, true, new Indicator.Baseline(2024, null))
                .measuring("Visas", Measure.UNIT, true, null, imported())
                .standing();
        return suspended(reviewed(reported(planned)));
    }

    private static Period imported() {
        return Period.known(period(3), START, END, number("10"), number("7"), Disaggregation.NONE);
    }

    private static Commitment reported(Commitment planned) {
        Commitment first = then(
                planned,
                noonOf("2026-10-02"),
                reporting(1, IOM, broken("7", "sex").claiming(milestone(1), "2026-01-31")));
        Commitment second = then(
                first,
                NOW,
                reporting(
                        2,
                        UNICEF,
                        broken("9.00", "$age. group")
                                .assessing(Assessment.AT_RISK)
                                .speakingOf("2026-02-28")
                                .beginning(milestone(5))
                                .claiming(milestone(2), "2026-02-28")
                                .showing("https://example.org", "Photo")));
        return then(second, NOW, reporting(3, IOM, aReport()));
    }

    private static Commitment reviewed(Commitment reported) {
        Report read = broken("7", "sex").claiming(milestone(1), "2026-01-31").report();
        Commitment verified = then(reported, NOW, new VerifyUpdate(update(1), CO_CHAIR, 1, read, read.actuals()));
        Commitment returned = then(verified, NOW, new ReturnUpdate(update(2), CO_CHAIR, "Which?"));
        return then(returned, NOW, new AnswerReturn(update(2), UNICEF, "The second."));
    }

    private static Commitment suspended(Commitment reviewed) {
        Commitment overdue = then(reviewed, NOW, new RecordTime());
        Commitment cancelled = then(overdue, NOW, new CancelMilestone(LEAD, milestone(3), "No funds."));
        Commitment slipped = then(
                cancelled,
                NOW,
                new ReviseMilestone(LEAD, milestone(5), null, null, LocalDate.of(2027, 12, 31), "Late."));
        Commitment overridden = then(
                slipped, NOW, new OverrideHealth(CO_CHAIR, Health.State.OFF_TRACK, LocalDate.of(2026, 12, 1), "Seen."));
        return then(overridden, NOW, new ChangeStatus(LEAD, Step.SUSPEND, "Floods."));
    }

    private static ReportFixture broken(String digits, String dimension) {
        return aReport()
                .measuring(
                        indicator(1),
                        period(1),
                        number(digits),
                        dimension,
                        new TreeMap<>(Map.of("0.5-5", new BigDecimal("3.0"), "$all", new BigDecimal("1E+0"))));
    }

    private static ReportProgress reporting(int number, PartnerId by, ReportFixture report) {
        return new ReportProgress(update(number), by, report.report(), null);
    }

    private static Milestone reachedLongAgo() {
        LocalDate due = LocalDate.of(2026, 2, 1);
        Milestone.Claim claim = new Milestone.Claim(new UpdateId("unknown"), IOM, due.minusDays(1), true);
        return new Milestone(milestone(1), "Survey", due, due, 2, State.REACHED, claim, false, 0, 0);
    }

    private static Milestone overdueLongAgo() {
        LocalDate due = LocalDate.of(2026, 3, 1);
        return new Milestone(milestone(2), "Treaty", due, due, 1, State.PLANNED, null, true, 0, 0);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = CommitmentDocumentsTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Document stored(Commitment commitment) {
        return throughBson(CommitmentDocuments.write(commitment));
    }

    /** As the driver writes and reads it. */
    private static Document throughBson(Document written) {
        BsonDocument bson = written.toBsonDocument(Document.class, CODECS);
        return decoded(bson);
    }

    private static Document decoded(BsonDocument bson) {
        return CODECS.get(Document.class)
                .decode(new BsonDocumentReader(bson), DecoderContext.builder().build());
    }
}
