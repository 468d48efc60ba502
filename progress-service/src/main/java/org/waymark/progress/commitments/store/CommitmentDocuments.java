package org.waymark.progress.commitments.store;

import static org.waymark.progress.commitments.store.Values.day;
import static org.waymark.progress.commitments.store.Values.documents;
import static org.waymark.progress.commitments.store.Values.parse;
import static org.waymark.progress.commitments.store.Values.strings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.Kebab;
import org.waymark.progress.commitments.CommitmentQuery.Order;
import org.waymark.progress.commitments.SortKeys;
import org.waymark.progress.commitments.domain.Assessment;
import org.waymark.progress.commitments.domain.Commitment;
import org.waymark.progress.commitments.domain.Commitment.Stance;
import org.waymark.progress.commitments.domain.GroupId;
import org.waymark.progress.commitments.domain.Health;
import org.waymark.progress.commitments.domain.Level;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.Promise;
import org.waymark.progress.commitments.domain.Review;
import org.waymark.progress.commitments.domain.Status;
import org.waymark.progress.commitments.domain.UpdateId;

/**
 * A commitment's state as a document and back. Days are ISO dates, numbers Decimal128, words plain strings. What was
 * written before a field existed is read as if it said nothing about it.
 */
final class CommitmentDocuments {

    private CommitmentDocuments() {}

    static Document write(Commitment commitment) {
        Document written = promise(commitment.promise());
        Status from = commitment.suspendedFrom();
        return written.append("status", Kebab.of(commitment.status()))
                .append("suspendedFrom", from == null ? null : Kebab.of(from))
                .append(
                        "stances",
                        commitment.stances().stream()
                                .map(CommitmentDocuments::stance)
                                .toList())
                .append("health", Kebab.of(commitment.health().state()))
                .append("computed", Kebab.of(commitment.health().computed()))
                .append(
                        "reasons",
                        commitment.health().reasons().stream().map(Kebab::of).toList())
                .append("override", override(commitment.health().override()))
                .append("submittedAt", Date.from(commitment.submittedAt()))
                .append("heard", Date.from(commitment.heard()))
                .append(
                        "milestones",
                        commitment.milestones().stream()
                                .map(MilestoneDocuments::write)
                                .toList())
                .append(
                        "indicators",
                        commitment.indicators().stream()
                                .map(IndicatorDocuments::write)
                                .toList())
                .append(
                        "reviews",
                        commitment.reviews().stream()
                                .map(CommitmentDocuments::review)
                                .toList())
                .append("by", sortedBy(commitment));
    }

    private static Document promise(Promise promise) {
        Promise.Reach reach = promise.reach();
        return new Document("title", promise.title())
                .append("description", promise.description())
                .append("lead", promise.lead().value())
                .append(
                        "supporting",
                        promise.supporting().stream().map(PartnerId::value).toList())
                .append("group", promise.group().value())
                .append("workstream", promise.plan().workstream())
                .append("workPlanYear", promise.plan().year())
                .append("level", Kebab.of(reach.level()))
                .append("countries", reach.countries())
                .append("regions", reach.regions())
                .append("sdgTargets", reach.sdgTargets())
                .append("start", promise.start().toString())
                .append("end", day(promise.end()))
                .append("timeZone", promise.timeZone().getId());
    }

    private static Document sortedBy(Commitment commitment) {
        Document keys = new Document();
        EnumSet.complementOf(EnumSet.of(Order.ID))
                .forEach(order -> keys.append(Kebab.of(order), SortKeys.of(commitment, order)));
        return keys;
    }

    static Commitment read(Document stored) {
        Promise promise = readPromise(stored);
        String suspendedFrom = stored.getString("suspendedFrom");
        Instant begun = promise.start().atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Commitment(
                promise,
                parse(Status.class, stored.getString("status")),
                suspendedFrom == null ? null : parse(Status.class, suspendedFrom),
                documents(stored, "milestones").stream()
                        .map(one -> MilestoneDocuments.read(one, promise.lead()))
                        .toList(),
                documents(stored, "indicators").stream()
                        .map(IndicatorDocuments::read)
                        .toList(),
                documents(stored, "reviews").stream()
                        .map(CommitmentDocuments::review)
                        .toList(),
                stances(stored),
                instant(stored, "submittedAt", begun),
                instant(stored, "heard", begun),
                health(stored));
    }

    private static Document stance(Stance stance) {
        UpdateId update = stance.update();
        return new Document("update", update == null ? null : update.value())
                .append("assessment", Kebab.of(stance.assessment()));
    }

    /** The last one was once kept alone. */
    private static List<Stance> stances(Document stored) {
        String alone = stored.getString("assessment");
        if (alone != null) {
            return List.of(new Stance(null, parse(Assessment.class, alone)));
        }
        return documents(stored, "stances").stream()
                .map(one -> {
                    String update = one.getString("update");
                    return new Stance(
                            update == null ? null : new UpdateId(update),
                            parse(Assessment.class, one.getString("assessment")));
                })
                .toList();
    }

    private static Promise readPromise(Document stored) {
        String zone = stored.getString("timeZone");
        return new Promise(
                stored.getString("title"),
                stored.getString("description"),
                new PartnerId(stored.getString("lead")),
                strings(stored, "supporting").stream().map(PartnerId::new).toList(),
                new GroupId(stored.getString("group")),
                new Promise.Plan(stored.getString("workstream"), stored.getInteger("workPlanYear")),
                new Promise.Reach(
                        parse(Level.class, stored.getString("level")),
                        strings(stored, "countries"),
                        strings(stored, "regions"),
                        strings(stored, "sdgTargets")),
                LocalDate.parse(stored.getString("start")),
                day(stored.getString("end")),
                zone == null ? ZoneOffset.UTC : ZoneId.of(zone));
    }

    private static Health health(Document stored) {
        String computed = Objects.requireNonNullElse(stored.getString("computed"), stored.getString("health"));
        Document override = stored.get("override", Document.class);
        List<Health.Reason> reasons = strings(stored, "reasons").stream()
                .map(reason -> parse(Health.Reason.class, reason))
                .toList();
        return new Health(
                parse(Health.State.class, computed),
                reasons,
                override == null
                        ? null
                        : new Health.Override(
                                parse(Health.State.class, override.getString("state")),
                                LocalDate.parse(override.getString("until"))));
    }

    private static @Nullable Document override(Health.@Nullable Override override) {
        return override == null
                ? null
                : new Document("state", Kebab.of(override.state()))
                        .append("until", override.until().toString());
    }

    private static Document review(Review review) {
        return new Document("update", review.update().value())
                .append("author", review.author().value())
                .append("revision", review.revision())
                .append("state", Kebab.of(review.state()))
                .append("answered", review.answered())
                .append("effective", review.effective().toString());
    }

    private static Review review(Document stored) {
        return new Review(
                new UpdateId(stored.getString("update")),
                new PartnerId(stored.getString("author")),
                stored.getInteger("revision"),
                parse(Review.State.class, stored.getString("state")),
                stored.getBoolean("answered"),
                LocalDate.parse(stored.getString("effective")));
    }

    private static Instant instant(Document stored, String name, Instant otherwise) {
        Date found = stored.getDate(name);
        return found == null ? otherwise : found.toInstant();
    }
}
