package org.waymark.progress.imports.iati;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** @param end never before the start */
public record IatiPeriod(
        int line,
        LocalDate start,
        LocalDate end,
        @Nullable Value target,
        @Nullable Value actual) {}
