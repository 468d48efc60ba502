package org.waymark.partner.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A part of an action group's work, with its work plans by year.
 *
 * @param id what commitments name it by, such as supply-chains; unique in its group, and never given to another
 */
public record Workstream(String id, String name, List<WorkPlan> plans) {

    public static final int LONGEST_NAME = 200;
    private static final Pattern ID = Pattern.compile("(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*");

    public Workstream {
        if (!ID.matcher(id).matches()) {
            throw Refusal.ofField(
                    "id", "An id has 1 to 60 small letters, digits and single hyphens, such as supply-chains.");
        }
        name = Texts.stripped("name", "A name", name, LONGEST_NAME);
        plans = List.copyOf(plans);
        Set<Integer> years = new HashSet<>();
        for (int i = 0; i < plans.size(); i++) {
            if (!years.add(plans.get(i).year())) {
                throw Refusal.ofField("plans[" + i + "].year", "A workstream has one plan a year.");
            }
        }
    }
}
