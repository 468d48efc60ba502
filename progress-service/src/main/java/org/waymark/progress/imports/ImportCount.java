package org.waymark.progress.imports;

import java.util.ArrayList;
import java.util.List;
import org.waymark.progress.commitments.domain.CommitmentCommand.SubmitCommitment;
import org.waymark.progress.commitments.domain.Indicator;
import org.waymark.progress.imports.iati.Skipped;

/** The running count of one import. */
final class ImportCount {

    private final List<Skipped> skipped = new ArrayList<>();
    private int activities;
    private int created;
    private int unchanged;
    private int indicators;
    private int periods;
    private int targets;
    private int actuals;

    void activity() {
        activities++;
    }

    void skip(Skipped note) {
        skipped.add(note);
    }

    void skip(List<Skipped> notes) {
        skipped.addAll(notes);
    }

    void taken(SubmitCommitment command, boolean stoodAlready) {
        if (stoodAlready) {
            unchanged++;
        } else {
            created++;
        }
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
                dryRun, activities, created, unchanged, indicators, periods, targets, actuals, List.copyOf(skipped));
    }
}
