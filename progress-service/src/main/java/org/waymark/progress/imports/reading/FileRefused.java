package org.waymark.progress.imports.reading;

/**
 * The file as a whole cannot be used: hostile, broken off, too large in one place, or none of its kind. The message is a
 * sentence for whoever sent it. Thrown while reading, so parts of it may already have been handed out; who wants all or
 * nothing reads to the end first.
 */
public final class FileRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;

    public FileRefused(int line, String sentence) {
        super(sentence);
        this.line = line;
    }

    public FileRefused(int line, String sentence, Throwable cause) {
        super(sentence, cause);
        this.line = line;
    }

    /** Where reading stopped, counted from 1; 0 where the file broke before its first line could be read. */
    public int line() {
        return line;
    }
}
