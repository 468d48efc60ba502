package org.waymark.progress.imports;

import java.util.ArrayList;
import java.util.List;
import org.waymark.progress.commitments.domain.CommitmentCommand.SubmitCommitment;
import org.waymark.progress.commitments.domain.Indicator;
import org.waymark.progress.imports.reading.Skipped;

/** The running count of one import. */
final class ImportCount {

    /** Bounds the memory one import takes and the answer it gets; who mends the first is told of the next. */
    private static final int MOST_NOTES = 10_000;

    private final List<Skipped> skipped = new ArrayList<>();
    private int moreSkipped;
    private int entries;
    private int created;
    private int unchanged;
    private int milestones;
    private int indicators;
    private int periods;
    private int targets;
    private int actuals;

    void entry() {
        entries++;
    }

    void skip(Skipped note) {
        if (skipped.size() < MOST_NOTES) {
            skipped.add(note);
        } else {
            moreSkipped++;
        }
    }

    void skip(List<Skipped> notes) {
        notes.forEach(this::skip);
    }

    void taken(SubmitCommitment command, boolean stoodAlready) {
        if (stoodAlready) {
            unchanged++;
        } else {
            created++;
        }
        milestones += command.milestones().size();
        for (Indicator indicator : command.indicators()) {
            indicators++;
            for (Indicator.Period period : indicator.periods()) {
                periods++;
                targets += period.target() == null ? 0 : 1;
                actuals += period.actual() == null ? 0 : 1;
            }
        }
    }

    ImportResult result(boolean dryRun) {
        return new ImportResult(
                dryRun,
                entries,
                created,
                unchanged,
                milestones,
                indicators,
                periods,
                targets,
                actuals,
                List.copyOf(skipped),
                moreSkipped);
    }
}
