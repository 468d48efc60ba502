package org.waymark.progress.commitments.domain;

/** An action group; what else is known of it belongs to partner-service. */
public record GroupId(String value) {

    /**
     * The alliance's default group, to which a commitment belongs that names none, so that somebody is always alerted.
     * UUIDv5 of ("action-groups", "default"), as partner-service derives it.
     */
    public static final GroupId DEFAULT = new GroupId("571ad366-f5fe-5385-9166-43fd004d9e43");
}
