package org.waymark.progress.imports.csv;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.Kebab;
import org.waymark.progress.commitments.domain.Status;
import org.waymark.progress.imports.csv.CsvCommitment.Places;
import org.waymark.progress.imports.reading.Quote;
import org.waymark.progress.imports.reading.Skipped;
import org.waymark.progress.reference.SdgTargets;

/** Makes a commitment of its rows. */
final class CommitmentReading {

    private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");

    private final Cells cells;
    private final String key;

    CommitmentReading(Cells cells, String key) {
        this.cells = cells;
        this.key = key;
    }

    /** One commitment; or why there is none, after what was noted on the way, which may be the cause. */
    List<CsvEntry> entries() {
        try {
            return List.of(new CsvEntry.Described(commitment()));
        } catch (Missing missing) {
            List<CsvEntry> entries = new ArrayList<>();
            cells.notes().forEach(note -> entries.add(new CsvEntry.Remark(note)));
            entries.add(new CsvEntry.Unusable(new Skipped(
                    cells.line(), "commitment " + Quote.of(key), Objects.requireNonNull(missing.getMessage()))));
            return entries;
        }
    }

    private CsvCommitment commitment() {
        var lead = new LeadReading(cells).organization();
        var title = cells.first(Field.TITLE);
        if (title == null) {
            throw new Missing("it has no title");
        }
        Places places = new PlaceReading(cells).places();
        var dates = new DateReading(cells, key);
        var start = dates.start();
        return new CsvCommitment(
                cells.line(),
                key,
                lead,
                Lists.split(cells.first(Field.SUPPORTING)),
                title.replaceAll("\\s+", " "),
                cells.lines(Field.DESCRIPTION),
                status(),
                places,
                sdgTargets(),
                start,
                dates.end(),
                cells.first(Field.WORKSTREAM),
                workPlanYear(),
                timeZone(),
                new MilestoneReading(cells).milestones(),
                new IndicatorReading(cells, start).indicators(),
                cells.notes());
    }

    private Status status() {
        var named = cells.first(Field.STATUS);
        if (named == null) {
            return Status.SUBMITTED;
        }
        return Kebab.parse(Status.class, Lists.word(named)).orElseGet(() -> {
            note("status " + Quote.of(named), "it is none; kept as submitted");
            return Status.SUBMITTED;
        });
    }

    private List<String> sdgTargets() {
        var targets = Lists.split(cells.first(Field.SDG_TARGETS));
        targets.stream()
                .filter(target -> !SdgTargets.isKnown(target))
                .forEach(target -> note("SDG target " + Quote.of(target), "there is none such, as there is 8.7"));
        return targets.stream().filter(SdgTargets::isKnown).toList();
    }

    private @Nullable Integer workPlanYear() {
        var named = cells.first(Field.WORK_PLAN_YEAR);
        if (named != null && !YEAR.matcher(named).matches()) {
            note("work plan year " + Quote.of(named), "it is no year such as 2026");
            return null;
        }
        return named == null ? null : Integer.valueOf(named);
    }

    private @Nullable ZoneId timeZone() {
        var named = cells.first(Field.TIME_ZONE);
        try {
            return named == null ? null : ZoneId.of(named);
        } catch (DateTimeException e) {
            note("time zone " + Quote.of(named), "there is none such, as there is America/El_Salvador");
            return null;
        }
    }

    private void note(String what, String why) {
        cells.note(cells.line(), what + " of commitment " + Quote.of(key), why);
    }

    /** Why there is no commitment in these rows. */
    static final class Missing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Missing(String sentence) {
            super(sentence, null, false, false);
        }
    }
}
