package org.waymark.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What the person who started this sees: few lines, each with the seconds gone by. Everything else is in the log file. */
final class Terminal {

    private final PrintStream out;
    private final PrintStream errors;
    private final long began = System.nanoTime();

    Terminal(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    void progress(String text) {
        out.printf("%4d s  %s%n", elapsed().toSeconds(), text);
        out.flush();
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }

    void problem(String sentence) {
        errors.println("waymark: " + sentence);
        errors.flush();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Says every few seconds that a long step still goes on, until it is done. */
    Waiting waiting(String text) {
        return new Waiting(Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    TimeUnit.SECONDS.sleep(5);
                    progress(text);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // The step is done.
            }
        }));
    }

    record Waiting(Thread thread) {

        void done() {
            thread.interrupt();
        }
    }
}
