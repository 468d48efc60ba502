package org.waymark.progress.commitments.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.Kebab;
import org.waymark.progress.commitments.domain.Assessment;
import org.waymark.progress.commitments.domain.Commitment;
import org.waymark.progress.commitments.domain.GroupId;
import org.waymark.progress.commitments.domain.Health;
import org.waymark.progress.commitments.domain.Indicator;
import org.waymark.progress.commitments.domain.IndicatorId;
import org.waymark.progress.commitments.domain.Level;
import org.waymark.progress.commitments.domain.Measure;
import org.waymark.progress.commitments.domain.Milestone;
import org.waymark.progress.commitments.domain.MilestoneId;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.PeriodId;
import org.waymark.progress.commitments.domain.Promise;
import org.waymark.progress.commitments.domain.Status;
import org.waymark.progress.commitments.domain.Value;

/** A commitment's state as a document and back. Days are ISO dates, numbers Decimal128, words plain strings. */
final class CommitmentDocuments {

    private CommitmentDocuments() {}

    static Document write(Commitment commitment) {
        Promise promise = commitment.promise();
        Health health = commitment.health();
        return new Document("title", promise.title())
                .append("description", promise.description())
                .append("lead", promise.lead().value())
                .append(
                        "supporting",
                        promise.supporting().stream().map(PartnerId::value).toList())
                .append("group", promise.group().value())
                .append("level", Kebab.of(promise.level()))
                .append("countries", promise.countries())
                .append("sdgTargets", promise.sdgTargets())
                .append("start", promise.start().toString())
                .append("end", day(promise.end()))
                .append("status", Kebab.of(commitment.status()))
                .append("assessment", commitment.assessment() == null ? null : Kebab.of(commitment.assessment()))
                .append("health", Kebab.of(health.state()))
                .append("reasons", health.reasons().stream().map(Kebab::of).toList())
                .append(
                        "milestones",
                        commitment.milestones().stream()
                                .map(CommitmentDocuments::milestone)
                                .toList())
                .append(
                        "indicators",
                        commitment.indicators().stream()
                                .map(CommitmentDocuments::indicator)
                                .toList());
    }

    static Commitment read(Document stored) {
        Promise promise = new Promise(
                stored.getString("title"),
                stored.getString("description"),
                new PartnerId(stored.getString("lead")),
                strings(stored, "supporting").stream().map(PartnerId::new).toList(),
                new GroupId(stored.getString("group")),
                parse(Level.class, stored.getString("level")),
                strings(stored, "countries"),
                strings(stored, "sdgTargets"),
                LocalDate.parse(stored.getString("start")),
                day(stored.getString("end")));
        String assessment = stored.getString("assessment");
        Health health = new Health(
                parse(Health.State.class, stored.getString("health")),
                strings(stored, "reasons").stream()
                        .map(reason -> parse(Health.Reason.class, reason))
                        .toList());
        return new Commitment(
                promise,
                parse(Status.class, stored.getString("status")),
                documents(stored, "milestones").stream()
                        .map(CommitmentDocuments::milestone)
                        .toList(),
                documents(stored, "indicators").stream()
                        .map(CommitmentDocuments::indicator)
                        .toList(),
                assessment == null ? null : parse(Assessment.class, assessment),
                health);
    }

    private static Document milestone(Milestone milestone) {
        return new Document("id", milestone.id().value())
                .append("title", milestone.title())
                .append("due", milestone.due().toString())
                .append("weight", milestone.weight())
                .append("reachedOn", day(milestone.reachedOn()))
                .append("overdue", milestone.overdue());
    }

    private static Milestone milestone(Document stored) {
        return new Milestone(
                new MilestoneId(stored.getString("id")),
                stored.getString("title"),
                LocalDate.parse(stored.getString("due")),
                stored.getInteger("weight"),
                day(stored.getString("reachedOn")),
                stored.getBoolean("overdue"));
    }

    private static Document indicator(Indicator indicator) {
        Indicator.Baseline baseline = indicator.baseline();
        return new Document("id", indicator.id().value())
                .append("title", indicator.title())
                .append("measure", Kebab.of(indicator.measure()))
                .append("ascending", indicator.ascending())
                .append(
                        "baseline",
                        baseline == null
                                ? null
                                : new Document("year", baseline.year()).append("value", value(baseline.value())))
                .append(
                        "periods",
                        indicator.periods().stream()
                                .map(CommitmentDocuments::period)
                                .toList());
    }

    private static Indicator indicator(Document stored) {
        Document baseline = stored.get("baseline", Document.class);
        return new Indicator(
                new IndicatorId(stored.getString("id")),
                stored.getString("title"),
                parse(Measure.class, stored.getString("measure")),
                stored.getBoolean("ascending"),
                baseline == null
                        ? null
                        : new Indicator.Baseline(baseline.getInteger("year"), value(baseline.get("value"))),
                documents(stored, "periods").stream()
                        .map(CommitmentDocuments::period)
                        .toList());
    }

    private static Document period(Indicator.Period period) {
        return new Document("id", period.id().value())
                .append("start", period.start().toString())
                .append("end", period.end().toString())
                .append("target", value(period.target()))
                .append("actual", value(period.actual()));
    }

    private static Indicator.Period period(Document stored) {
        return new Indicator.Period(
                new PeriodId(stored.getString("id")),
                LocalDate.parse(stored.getString("start")),
                LocalDate.parse(stored.getString("end")),
                value(stored.get("target")),
                value(stored.get("actual")));
    }

    static @Nullable Object value(@Nullable Value value) {
        return switch (value) {
            case null -> null;
            case Value.Quantity quantity -> new Decimal128(quantity.number());
            case Value.Words words -> words.text();
        };
    }

    private static @Nullable Value value(@Nullable Object stored) {
        return stored == null ? null : requireValue(stored);
    }

    static Value requireValue(@Nullable Object stored) {
        if (stored instanceof Decimal128 number) {
            return new Value.Quantity(number.bigDecimalValue());
        }
        if (stored instanceof String text) {
            return new Value.Words(text);
        }
        throw new IllegalStateException("neither a number nor words: " + stored);
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable LocalDate day(@Nullable String day) {
        return day == null ? null : LocalDate.parse(day);
    }

    private static List<String> strings(Document stored, String name) {
        return Objects.requireNonNull(stored.getList(name, String.class), name);
    }

    private static List<Document> documents(Document stored, String name) {
        return Objects.requireNonNull(stored.getList(name, Document.class), name);
    }

    private static <E extends Enum<E>> E parse(Class<E> type, String text) {
        return Kebab.parse(type, text)
                .orElseThrow(() -> new IllegalStateException("no such " + type.getSimpleName() + ": " + text));
    }
}
