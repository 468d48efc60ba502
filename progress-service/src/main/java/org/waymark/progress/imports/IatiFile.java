package org.waymark.progress.imports;

import java.io.InputStream;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.waymark.progress.imports.iati.IatiActivities;
import org.waymark.progress.imports.iati.IatiActivity;
import org.waymark.progress.imports.iati.Unusable;
import org.waymark.progress.imports.reading.Skipped;

/** An IATI activity file: an activity is a commitment of the organization that reports it. */
final class IatiFile implements ImportFile {

    private final IatiActivities activities;

    private IatiFile(IatiActivities activities) {
        this.activities = activities;
    }

    static IatiFile open(InputStream in) {
        return new IatiFile(IatiActivities.open(in));
    }

    @Override
    public @Nullable Entry next() {
        return switch (activities.next()) {
            case null -> null;
            case IatiActivity activity -> entry(activity);
            case Unusable unusable -> new Entry.Unusable(unusable.note());
        };
    }

    private static Entry entry(IatiActivity activity) {
        LocalDate start = activity.start();
        String what = "activity " + activity.identifier();
        return start == null
                ? new Entry.Unusable(
                        new Skipped(activity.line(), what, "It names no start, neither planned nor actual."))
                : new Entry.Candidate(
                        activity.line(),
                        what,
                        ActivityMapping.partner(activity),
                        ActivityMapping.idempotencyKey(activity),
                        activity.skipped(),
                        id -> ActivityMapping.commitment(activity, start, id));
    }

    @Override
    public void close() {
        activities.close();
    }
}
