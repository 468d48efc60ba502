package org.waymark.standalone;

/** Why this cannot start or go on, in one sentence for the person at the terminal, who needs no stack trace. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final int exitCode;

    private Refused(int exitCode, String sentence) {
        super(sentence, null, false, false);
        this.exitCode = exitCode;
    }

    static Refused because(String sentence) {
        return new Refused(FAILED, sentence);
    }

    /** For settings and options that were given wrongly. */
    static Refused misused(String sentence) {
        return new Refused(MISUSED, sentence);
    }

    int exitCode() {
        return exitCode;
    }
}
