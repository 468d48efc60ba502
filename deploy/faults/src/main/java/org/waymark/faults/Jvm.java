package org.waymark.faults;

import java.util.List;

/** How the processes of a cluster are run. */
enum Jvm {
    /** For processes that are killed and started again: little is compiled, and quickly. */
    STARTS_QUICKLY("-XX:TieredStopAtLevel=1", "-Xmx384m"),
    /** For load that lasts: what is called often is compiled well. */
    RUNS_LONG("-Xmx900m");

    private final List<String> options;

    Jvm(String... options) {
        this.options = List.of(options);
    }

    List<String> options() {
        return options;
    }
}
