package org.waymark.progress.evidence;

/** Who reviews what is reported. While nobody provides this, only the secretariat does. */
public interface Reviewers {

    /** Whether the organization co-chairs the commitment's group now. */
    boolean mayReview(String organization, String commitment);
}
