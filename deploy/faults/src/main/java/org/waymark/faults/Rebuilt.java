package org.waymark.faults;

import java.time.Duration;
import org.waymark.faults.Rebuilds.Difference;
import org.waymark.faults.Rebuilds.Made;

/**
 * What came of a rebuild while officers posted, and of one that was to find a difference.
 *
 * @param before how many events stood already
 * @param missing the row that was taken away
 * @param found the rebuild that was to find it
 * @param switched the same, once it was told to serve
 */
record Rebuilt(
        int before,
        Pace pace,
        Noted noted,
        Made made,
        Duration stall,
        Verdict verdict,
        String missing,
        Made found,
        Made switched,
        boolean isThereAgain) {

    boolean isWell() {
        return pace.not2xx().isEmpty()
                && noted.wrongs() == 0
                && made.serves()
                && made.isAlike()
                && verdict.isClean()
                && isFound()
                && switched.serves()
                && isThereAgain;
    }

    boolean isFound() {
        return found.state().equals("differs")
                && found.moreDifferences() == 0
                && found.differences().size() == 1
                && isMissing(found.differences().getFirst());
    }

    private boolean isMissing(Difference one) {
        return one.of().equals("activity")
                && one.id().equals(missing)
                && one.serving().isEmpty()
                && !one.rebuilt().isEmpty();
    }

    @Override
    public String toString() {
        return """
                posts                  %s
                2xx                    %d of %d
                reads                  %d, wrong %d %s
                rebuild meanwhile      generation %d is %s after %.1f s, %d events stood before, %d read, %d differences
                stall                  %d ms
                checker                %s
                one row taken away     %s
                rebuild                %s after %.1f s, %d differences: %s
                switched               generation %d is %s after %.1f s, the row is %s""".formatted(
                        pace,
                        pace.posts()
                                - pace.not2xx().values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum(),
                        pace.posts(),
                        noted.reads(),
                        noted.wrongs(),
                        noted.some(),
                        made.generation(),
                        made.state(),
                        seconds(made),
                        before,
                        made.read(),
                        made.differences().size() + made.moreDifferences(),
                        stall.toMillis(),
                        verdict,
                        missing,
                        found.state(),
                        seconds(found),
                        found.differences().size() + found.moreDifferences(),
                        found.differences().stream()
                                .map(one -> one.of() + " " + one.id())
                                .toList(),
                        switched.generation(),
                        switched.state(),
                        seconds(switched),
                        isThereAgain ? "there again" : "NOT THERE");
    }

    private static double seconds(Made one) {
        return one.time().toMillis() / 1000.0;
    }
}
