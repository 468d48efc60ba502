package org.waymark.progress.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.waymark.edge.Caller;
import org.waymark.progress.commitments.EvidenceSight;

/**
 * Who may read a file: its own organization at any time; once a published update names it everybody where it is public,
 * and those who review that update's commitment where it is private. To all others it is as if it did not exist.
 */
@Component
class EvidenceReading implements EvidenceSight {

    private final Entries entries;
    private final Claiming claims;
    private final ObjectProvider<Reviewers> reviewers;

    EvidenceReading(Entries entries, Claiming claims, ObjectProvider<Reviewers> reviewers) {
        this.entries = entries;
        this.claims = claims;
        this.reviewers = reviewers;
    }

    Optional<Entry> find(String id, Caller caller) {
        return entries.find(id)
                .filter(entry -> isOwn(entry, caller) || isShown(entry, caller, one -> reviews(caller, one)));
    }

    /** Many at once: whether the caller reviews a commitment is asked once. */
    @Override
    public Set<String> hidden(Collection<String> ids, Caller caller) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        Map<String, Boolean> reviewed = new HashMap<>();
        Predicate<String> reviews = commitment -> reviewed.computeIfAbsent(commitment, asked -> reviews(caller, asked));
        return entries.findAll(ids).stream()
                .filter(entry -> entry.file().visibility() == Visibility.PRIVATE)
                .filter(entry -> !isOwn(entry, caller) && !isShown(entry, caller, reviews))
                .map(entry -> entry.file().id())
                .collect(Collectors.toSet());
    }

    private static boolean isOwn(Entry entry, Caller caller) {
        return entry.file().organization().equals(caller.organization());
    }

    private boolean isShown(Entry entry, Caller caller, Predicate<String> reviews) {
        return switch (entry.file().visibility()) {
            case PUBLIC ->
                !entry.published().isEmpty()
                        || !claims.lookedIntoForARead(entry).published().isEmpty();
            case PRIVATE ->
                isSignedIn(caller)
                        && claims.lookedIntoForARead(entry).published().stream().anyMatch(reviews);
        };
    }

    private static boolean isSignedIn(Caller caller) {
        return caller.organization() != null || caller.has("secretariat");
    }

    private boolean reviews(Caller caller, String commitment) {
        String organization = caller.organization();
        return caller.has("secretariat")
                || (organization != null
                        && reviewers.stream().anyMatch(known -> known.mayReview(organization, commitment)));
    }
}
