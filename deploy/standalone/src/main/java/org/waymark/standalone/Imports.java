package org.waymark.standalone;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of {@code --import}, handed to progress-service by the secretariat. */
final class Imports {

    private static final JsonMapper JSON = new JsonMapper();

    private final DataHome home;
    private final Api api;
    private final Credentials.Client secretariat;
    private final Terminal terminal;

    Imports(DataHome home, Api api, Credentials.Client secretariat, Terminal terminal) {
        this.home = home;
        this.api = api;
        this.secretariat = secretariat;
        this.terminal = terminal;
    }

    /** A file that is refused is told of, and the next one taken: Waymark is of use without it. */
    void run(Path file) throws InterruptedException {
        terminal.progress("importing " + file);
        try {
            JsonNode outcome = handOver(file);
            Path report = keep(file, outcome);
            terminal.progress("imported %s: %s".formatted(file.getFileName(), counts(outcome)));
            String skipped = skipped(outcome);
            if (!skipped.isEmpty()) {
                terminal.progress(skipped + ": " + report);
            }
        } catch (FileNotFoundException e) {
            terminal.problem("The file %s cannot be read.".formatted(file));
        } catch (Refused e) {
            terminal.problem("%s was not imported: %s".formatted(file.getFileName(), e.getMessage()));
        }
    }

    private JsonNode handOver(Path file) throws FileNotFoundException, InterruptedException {
        Terminal.Waiting waiting = terminal.waiting("still importing " + file.getFileName());
        try {
            return api.post(api.progress("/api/imports"), secretariat, type(file), BodyPublishers.ofFile(file));
        } finally {
            waiting.done();
        }
    }

    /** By the name's ending: a table, else an IATI activity file. */
    static String type(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt") ? "text/csv" : "application/xml";
    }

    private Path keep(Path file, JsonNode outcome) {
        home.subfolder("imports");
        String name = "imports/" + file.getFileName() + ".json";
        home.write(name, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(outcome) + "\n");
        return home.file(name);
    }

    /** @return empty where nothing was; the answer names no more than the first of many */
    static String skipped(JsonNode outcome) {
        int named = outcome.path("skipped").size();
        long more = outcome.path("moreSkipped").asLong();
        if (named == 0) {
            return "";
        }
        String which = more == 0 ? "which and why" : "of the first %d which and why".formatted(named);
        return "skipped %d parts of it; told %s".formatted(named + more, which);
    }

    private static String counts(JsonNode outcome) {
        return "%d activities (%d new, %d unchanged), %d milestones, %d indicators, %d periods, %d targets, %d actuals"
                .formatted(
                        outcome.path("activities").asLong(),
                        outcome.path("created").asLong(),
                        outcome.path("unchanged").asLong(),
                        outcome.path("milestones").asLong(),
                        outcome.path("indicators").asLong(),
                        outcome.path("periods").asLong(),
                        outcome.path("targets").asLong(),
                        outcome.path("actuals").asLong());
    }
}
