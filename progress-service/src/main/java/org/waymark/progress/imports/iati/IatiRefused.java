package org.waymark.progress.imports.iati;

/**
 * The file as a whole cannot be used: hostile, broken off, too large in one place, or no IATI activity file. The message
 * is a sentence for whoever sent it. Thrown while reading, so activities may already have been handed out; who wants all
 * or nothing reads to the end first.
 */
public final class IatiRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    IatiRefused(int line, String sentence) {
        super(sentence);
        this.line = line;
    }

    IatiRefused(int line, String sentence, Throwable cause) {
        super(sentence, cause);
        this.line = line;
    }

    /** Where reading stopped, counted from 1; 0 where the file broke before its first line could be read. */
    public int line() {
        return line;
    }
}
