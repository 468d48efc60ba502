package org.waymark.partner.members;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * What a person is in one partner.
 *
 * @param roles {@code reporter} speaks for the partner, {@code focal-point} looks after its members too
 * @param from when it began
 * @param to when it ended; null while it lasts
 */
public record Membership(
        String partnerId,
        List<String> roles,
        List<GroupRole> groups,
        Instant from,
        @Nullable Instant to) {

    static final String FOCAL_POINT = "focal-point";
    private static final String SPEAKS_FOR_THE_PARTNER = "partner";

    /** @param role {@code co-chair} or {@code observer} */
    public record GroupRole(String groupId, String role) {

        boolean isCoChairs() {
            return role.equals("co-chair");
        }
    }

    public Membership {
        roles = List.copyOf(new LinkedHashSet<>(roles));
        groups = List.copyOf(new LinkedHashSet<>(groups));
    }

    public boolean lasts() {
        return to == null;
    }

    boolean isFocalPoint() {
        return lasts() && roles.contains(FOCAL_POINT);
    }

    Membership with(List<String> nextRoles, List<GroupRole> nextGroups) {
        return new Membership(partnerId, nextRoles, nextGroups, from, to);
    }

    Membership endedAt(Instant now) {
        return new Membership(partnerId, roles, groups, from, now);
    }

    /** What the one who leaves had is added to what the successor has. */
    Membership takingOver(Membership leaving) {
        List<String> allRoles = new ArrayList<>(roles);
        allRoles.addAll(leaving.roles);
        List<GroupRole> allGroups = new ArrayList<>(groups);
        allGroups.addAll(leaving.groups);
        return with(allRoles, allGroups);
    }

    /** As tokens name them, in the words that every service knows. */
    public List<String> tokenRoles() {
        SequencedSet<String> all = new LinkedHashSet<>();
        if (!roles.isEmpty()) {
            all.add(SPEAKS_FOR_THE_PARTNER);
        }
        all.addAll(roles);
        groups.forEach(group -> all.add(group.role()));
        return List.copyOf(all);
    }
}
