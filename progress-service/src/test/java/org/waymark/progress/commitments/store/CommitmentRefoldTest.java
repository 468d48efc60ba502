package org.waymark.progress.commitments.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.waymark.platform.AggregateStore.Past;
import org.waymark.platform.AggregateStore.Refolded;
import org.waymark.platform.Decision.NewEvent;
import org.waymark.platform.Event;
import org.waymark.progress.commitments.Commitments.PastUpdate;
import org.waymark.progress.commitments.domain.Commitment;
import org.waymark.progress.commitments.domain.CommitmentEvent;
import org.waymark.progress.commitments.domain.CommitmentEvent.ProgressReported;
import org.waymark.progress.commitments.domain.CommitmentEvent.UpdateResubmitted;
import org.waymark.progress.commitments.domain.Deciding;
import org.waymark.progress.commitments.domain.HealthRules;
import org.waymark.progress.commitments.domain.Indicator;
import org.waymark.progress.commitments.domain.Promise;
import org.waymark.progress.commitments.domain.RandomHistory;
import org.waymark.progress.commitments.domain.RandomHistory.Recorded;
import org.waymark.progress.commitments.domain.Report;
import org.waymark.progress.commitments.domain.Value;
import org.waymark.progress.commitments.wire.EventReading;
import org.waymark.progress.commitments.wire.PublicEvents;
import org.waymark.progress.commitments.wire.Wires;

/** What a store lost comes back from the topic as it was, but for the texts; the seed of a failing run is in its message. */
class CommitmentRefoldTest {

    private static final int RUNS = 400;
    private static final int FEWER = 100;
    private static final PublicEvents OUT = Wires.out();
    private static final EventReading IN = Wires.in();
    private static final CommitmentRefold REFOLD = new CommitmentRefold(IN, HealthRules.DEFAULT);

    private final Set<Class<?>> happened = new HashSet<>();

    @Test
    void a_whole_history_comes_back_from_the_topic_alone() {
        for (int seed = 0; seed < RUNS; seed++) {
            check(seed, 0);
        }

        assertThat(happened).as("kinds of events").hasSize(CommitmentEvent.class.getPermittedSubclasses().length);
    }

    @Test
    void the_end_of_a_history_comes_back_onto_what_a_backup_had() {
        for (int seed = RUNS; seed < RUNS + FEWER; seed++) {
            check(seed, RandomHistory.of(seed).events().size() / 2);
        }
    }

    @Test
    void an_update_comes_back_with_its_facts_and_without_its_words() {
        for (int seed = 0; seed < FEWER; seed++) {
            for (Recorded one : RandomHistory.of(seed).events()) {
                if (one.event() instanceof ProgressReported e) {
                    checkUpdate(one, e.report(), e.effective().toString());
                } else if (one.event() instanceof UpdateResubmitted e) {
                    checkUpdate(one, e.report(), e.effective().toString());
                }
            }
        }
    }

    @Test
    void a_type_of_a_later_version_is_not_passed_over() {
        Event later = event("org.waymark.commitment.later.v1", "{}".getBytes(StandardCharsets.UTF_8), 1, Instant.EPOCH);

        assertThat(REFOLD.concerns(later.type())).isTrue();
        assertThatThrownBy(() -> REFOLD.apply(null, later)).hasMessageContaining("does not know");
        assertThat(REFOLD.concerns("org.waymark.partner.registered.v1")).isFalse();
    }

    /** @param kept so many events the backup had */
    private void check(int seed, int kept) {
        List<Recorded> history = RandomHistory.of(seed).events();
        Document state = kept == 0 ? null : stored(history.get(kept - 1).after());
        for (int at = kept; at < history.size(); at++) {
            Recorded one = history.get(at);
            happened.add(one.event().getClass());
            Refolded refolded = REFOLD.apply(state, published(one, at + 1));
            state = refolded.state();
            assertThat(facts(state))
                    .as("seed %d after %d, %s", seed, at + 1, one.event())
                    .isEqualTo(facts(stored(one.after())));
            assertThat(refolded.nextDue())
                    .as("seed %d after %d: next due", seed, at + 1)
                    .isEqualTo(Deciding.nextDue(one.after(), one.at(), HealthRules.DEFAULT)
                            .orElse(null));
        }
    }

    private static void checkUpdate(Recorded one, Report said, String effective) {
        Event event = published(one, 7);
        Document memo = Memo.refolded(IN.read(event, one.after().promise()));
        PastUpdate update = Memo.update(new Past(event, memo)).orElseThrow();

        assertThat(update.effective()).hasToString(effective);
        assertThat(update.report().words()).isEqualTo(Report.Words.NONE);
        assertThat(update.report().evidence()).isEmpty();
        assertThat(update.report().assessment()).isEqualTo(said.assessment());
        assertThat(update.report().milestones()).isEqualTo(said.milestones());
        assertThat(update.report().actuals())
                .isEqualTo(said.actuals().stream()
                        .map(actual -> new Report.Actual(
                                actual.indicator(), actual.period(), wordless(actual.value()), actual.disaggregation()))
                        .toList());
        assertThat(memo).doesNotContainKey("client").doesNotContainValue("");
    }

    private static Event published(Recorded one, long sequence) {
        NewEvent event = OUT.event(one.event(), one.after().health(), one.at(), new Document());
        return event(event.type(), event.data(), sequence, event.time());
    }

    private static Event event(String type, byte[] data, long sequence, Instant at) {
        return new Event("e" + sequence, "/progress-service", type, "c1", sequence, at, null, data);
    }

    private static Document stored(Commitment commitment) {
        return CommitmentDocuments.write(commitment);
    }

    /** All but the texts. */
    private static Commitment facts(Document state) {
        Commitment all = CommitmentDocuments.read(state);
        Promise promise = all.promise();
        return new Commitment(
                new Promise(
                        promise.title(),
                        null,
                        promise.lead(),
                        promise.supporting(),
                        promise.group(),
                        promise.plan(),
                        promise.reach(),
                        promise.start(),
                        promise.end(),
                        promise.timeZone()),
                all.status(),
                all.suspendedFrom(),
                all.milestones(),
                all.indicators().stream().map(CommitmentRefoldTest::facts).toList(),
                all.reviews(),
                all.stances(),
                all.submittedAt(),
                all.heard(),
                all.health());
    }

    private static Indicator facts(Indicator one) {
        return new Indicator(
                one.id(),
                one.title(),
                one.measure(),
                one.ascending(),
                one.baseline(),
                one.periods().stream().map(CommitmentRefoldTest::facts).toList());
    }

    private static Indicator.Period facts(Indicator.Period one) {
        return new Indicator.Period(
                one.id(),
                one.start(),
                one.end(),
                one.target(),
                one.said().stream()
                        .map(said -> new Indicator.Statement(
                                wordless(said.value()), said.disaggregation(), said.update(), said.effective()))
                        .toList(),
                one.verified() == null ? null : wordless(one.verified()));
    }

    private static Value wordless(Value value) {
        return value instanceof Value.Words ? new Value.Lost() : value;
    }
}
