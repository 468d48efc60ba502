package org.waymark.progress.commitments.store;

import static org.waymark.progress.commitments.store.Values.parse;

import java.time.LocalDate;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.Kebab;
import org.waymark.progress.commitments.domain.Milestone;
import org.waymark.progress.commitments.domain.MilestoneId;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.commitments.domain.UpdateId;

/** A milestone within its commitment's document. */
final class MilestoneDocuments {

    private MilestoneDocuments() {}

    static Document write(Milestone milestone) {
        Document written = new Document("id", milestone.id().value())
                .append("title", milestone.title())
                .append("originalDue", milestone.originalDue().toString())
                .append("due", milestone.due().toString())
                .append("weight", milestone.weight())
                .append("state", Kebab.of(milestone.state()))
                .append("overdue", milestone.overdue())
                .append("slips", milestone.slips())
                .append("slippedDays", milestone.slippedDays());
        Milestone.Claim claim = milestone.claim();
        return claim == null
                ? written
                : written.append(
                        "claim",
                        new Document("update", claim.update().value())
                                .append("by", claim.by().value())
                                .append("on", claim.on().toString())
                                .append("evidenced", claim.evidenced()));
    }

    static Milestone read(Document stored, PartnerId lead) {
        LocalDate due = LocalDate.parse(stored.getString("due"));
        String originalDue = stored.getString("originalDue");
        Milestone.Claim claim = claim(stored, lead);
        String state = stored.getString("state");
        return new Milestone(
                new MilestoneId(stored.getString("id")),
                stored.getString("title"),
                originalDue == null ? due : LocalDate.parse(originalDue),
                due,
                stored.getInteger("weight"),
                state == null ? told(claim) : parse(Milestone.State.class, state),
                claim,
                stored.getBoolean("overdue"),
                Objects.requireNonNullElse(stored.getInteger("slips"), 0),
                Objects.requireNonNullElse(stored.getInteger("slippedDays"), 0));
    }

    private static Milestone.State told(Milestone.@Nullable Claim claim) {
        return claim == null ? Milestone.State.PLANNED : Milestone.State.REACHED;
    }

    /** Claims were once kept as a day alone; nobody can tell any more whether evidence came with them. */
    private static Milestone.@Nullable Claim claim(Document stored, PartnerId lead) {
        String day = stored.getString("reachedOn");
        if (day != null) {
            return new Milestone.Claim(new UpdateId("unknown"), lead, LocalDate.parse(day), true);
        }
        Document claim = stored.get("claim", Document.class);
        return claim == null
                ? null
                : new Milestone.Claim(
                        new UpdateId(claim.getString("update")),
                        new PartnerId(claim.getString("by")),
                        LocalDate.parse(claim.getString("on")),
                        claim.getBoolean("evidenced"));
    }
}
