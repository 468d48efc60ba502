package org.waymark.progress.evidence;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.waymark.platform.Caller;

/**
 * Who may read a file: its own organization at any time; once a published update names it everybody where it is public,
 * and those who review that update's commitment where it is private. To all others it is as if it did not exist.
 */
@Component
class EvidenceReading {

    private final Entries entries;
    private final Claiming claims;
    private final ObjectProvider<Reviewers> reviewers;

    EvidenceReading(Entries entries, Claiming claims, ObjectProvider<Reviewers> reviewers) {
        this.entries = entries;
        this.claims = claims;
        this.reviewers = reviewers;
    }

    Optional<Entry> find(String id, Caller caller) {
        return entries.find(id).filter(entry -> isOwn(entry, caller) || isShown(entry, caller));
    }

    private static boolean isOwn(Entry entry, Caller caller) {
        return entry.file().organization().equals(caller.organization());
    }

    private boolean isShown(Entry entry, Caller caller) {
        return switch (entry.file().visibility()) {
            case PUBLIC ->
                !entry.published().isEmpty()
                        || !claims.lookedIntoForARead(entry).published().isEmpty();
            case PRIVATE ->
                isSignedIn(caller)
                        && claims.lookedIntoForARead(entry).published().stream()
                                .anyMatch(commitment -> reviews(caller, commitment));
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
