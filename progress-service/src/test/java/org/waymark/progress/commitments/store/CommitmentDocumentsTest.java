package org.waymark.progress.commitments.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.commitments.domain.CommitmentFixture.IOM;
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
import java.time.Instant;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.configuration.CodecRegistry;
import org.junit.jupiter.api.Test;
import org.waymark.progress.commitments.domain.Assessment;
import org.waymark.progress.commitments.domain.Commitment;
import org.waymark.progress.commitments.domain.CommitmentCommand.RecordTime;
import org.waymark.progress.commitments.domain.CommitmentCommand.ReportProgress;
import org.waymark.progress.commitments.domain.Indicator;
import org.waymark.progress.commitments.domain.Level;
import org.waymark.progress.commitments.domain.Measure;

/** What is stored is what was decided, to the last digit. */
class CommitmentDocumentsTest {

    private static final CodecRegistry CODECS = MongoClientSettings.getDefaultCodecRegistry();

    @Test
    void a_commitment_with_everything_comes_back_as_it_was() {
        Commitment commitment = aCommitment()
                .described("Between two countries.")
                .supportedBy(UNICEF)
                .at(Level.COUNTRY, "SLV", "HND")
                .towards("8.7", "10.7")
                .dueOn("2026-02-01", "2026-03-01")
                .measuring(
                        "People",
                        Measure.UNIT,
                        false,
                        new Indicator.Baseline(2025, number("0.10")),
                        year(1, 2026, number("123456789012345.123456789012345")),
                        year(2, 2027, words("fewer")))
                .measuring("Law", Measure.QUALITATIVE, true, new Indicator.Baseline(2024, null))
                .standing();
        Instant later = noonOf("2026-11-01");
        Commitment reported = then(
                commitment,
                later,
                new ReportProgress(
                        update(1),
                        IOM,
                        aReport()
                                .assessing(Assessment.AT_RISK)
                                .claiming(milestone(1), "2026-01-31")
                                .measuring(indicator(1), period(1), number("-7"))
                                .report(),
                        null));
        Commitment overdue = then(reported, later, new RecordTime());

        assertThat(CommitmentDocuments.read(stored(overdue))).isEqualTo(overdue);
    }

    @Test
    void a_commitment_with_as_little_as_possible_comes_back_as_it_was() {
        Commitment commitment = aCommitment().towards().until(null).standing();

        assertThat(CommitmentDocuments.read(stored(commitment))).isEqualTo(commitment);
    }

    /** Through BSON, as the driver writes and reads it. */
    private static Document stored(Commitment commitment) {
        BsonDocument bson = CommitmentDocuments.write(commitment).toBsonDocument(Document.class, CODECS);
        return CODECS.get(Document.class)
                .decode(new BsonDocumentReader(bson), DecoderContext.builder().build());
    }
}
