package org.waymark.progress.imports.iati;

import org.waymark.progress.imports.reading.Skipped;

/** An activity that is left out as a whole. */
public record Unusable(Skipped note) implements IatiEntry {

    @Override
    public int line() {
        return note.line();
    }
}
