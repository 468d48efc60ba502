package org.waymark.progress.imports;

import java.util.List;
import org.waymark.progress.imports.reading.Skipped;

/**
 * What an import came to.
 *
 * @param activities found in the file; in a table the commitments it describes
 * @param created commitments made of them now, or that would be in a dry run
 * @param unchanged those that stood already
 * @param milestones and the next four: parts of the commitments created or unchanged
 * @param skipped what was left out or kept with a reservation, line by line: the first 10,000 of it
 * @param moreSkipped how many more there were
 */
public record ImportResult(
        boolean dryRun,
        int activities,
        int created,
        int unchanged,
        int milestones,
        int indicators,
        int periods,
        int targets,
        int actuals,
        List<Skipped> skipped,
        int moreSkipped) {}
