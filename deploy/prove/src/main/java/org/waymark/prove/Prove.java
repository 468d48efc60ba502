package org.waymark.prove;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.waymark.prove.CatchingUp.End;
import tools.jackson.databind.JsonNode;

/** Says whether the board tells what is on the topic, today and on past days. */
public final class Prove {

    /** While events keep arriving, topic and board are read at different moments; looking again may find them at rest. */
    private static final int LOOKS = 5;

    private final Settings settings;
    private final Source source;
    private final Api api;
    private final Consumer<String> progress;
    private final @Nullable Saved before;

    Prove(Settings settings, Source source, Consumer<String> progress) {
        this.settings = settings;
        this.source = source;
        this.api = new Api(settings.progress());
        this.progress = progress;
        this.before = settings.compare() == null ? null : Saved.load(settings.compare());
    }

    public static Report run(Settings settings) {
        return run(settings, line -> {});
    }

    /** @param progress told what is being done */
    public static Report run(Settings settings, Consumer<String> progress) {
        try (Topic topic = new Topic(settings.kafka())) {
            return new Prove(settings, topic, progress).look();
        } catch (Source.Unreadable e) {
            return Report.unknown(e.getMessage());
        }
    }

    public static void main(String[] args) {
        int code;
        try {
            Report report = run(Options.read(args, System.getenv()), Prove::tell);
            report.print(System.out);
            code = report.outcome().exitCode;
        } catch (Options.Refused | UncheckedIOException e) {
            System.err.println("prove: " + e.getMessage());
            code = Report.Outcome.UNKNOWN.exitCode;
        }
        System.exit(code);
    }

    private static void tell(String line) {
        if (System.console() != null && System.console().isTerminal()) {
            System.out.println("  " + line);
        }
    }

    /** Looks until nothing differs, or what differs cannot be for something having arrived meanwhile. */
    Report look() {
        for (int look = 1; ; look++) {
            Findings findings = new Findings();
            progress.accept("reading the topic");
            LocalDate today = today();
            Log log = source.read();
            look(log, today, findings);
            boolean isAtRest = source.read().size() == log.size() && today().equals(today);
            if (isAtRest || !findings.hasDifferences()) {
                return findings.report();
            }
            if (look == LOOKS) {
                return findings.reportInMotion();
            }
            progress.accept("events arrived meanwhile: looking again");
        }
    }

    private void look(Log log, LocalDate today, Findings findings) {
        Map<String, History> histories = new Order(findings).check(log);
        progress.accept("waiting for the board to have come as far");
        try {
            End end = new CatchingUp(api, settings.patience()).await(histories.values());
            if (end == End.STILL_MOVING) {
                findings.unknown("the board is still catching up");
                return;
            }
        } catch (Api.Unanswered e) {
            findings.unknown(e.getMessage());
        }
        FigureCheck figures = figures(histories, log.merges(), today, findings);
        Map<String, JsonNode> cards = cards(histories, today, findings);
        progress.accept("feed");
        new FeedCheck(api, histories, findings).check(settings.patience());
        keep(new Saved(figures.answers(), cards), findings);
    }

    private FigureCheck figures(Map<String, History> histories, Merges merges, LocalDate today, Findings findings) {
        FigureCheck figures = new FigureCheck(api, histories.values(), merges, findings);
        LinkCheck links = new LinkCheck(api, histories, merges, findings);
        Scopes scopes = new Scopes(histories.values());
        List<Scope> sample = scopes.sample();
        for (Dates dates : Dates.of(today, settings.asOf(), settings.knownAt())) {
            progress.accept("figures " + dates);
            figures.check(scopes.all(), dates);
            progress.accept("links " + dates);
            for (Scope scope : sample) {
                JsonNode summary = figures.answers().get(FigureCheck.path(scope, dates));
                if (summary != null) {
                    links.check(scope, dates, summary);
                }
            }
            sample = List.of(Scope.ALLIANCE); // on past days
        }
        return figures;
    }

    private Map<String, JsonNode> cards(Map<String, History> histories, LocalDate today, Findings findings) {
        progress.accept("cards");
        try {
            Map<String, JsonNode> cards = Cards.read(api);
            new CardCheck(today, findings).check(histories, cards);
            return cards;
        } catch (Api.Unanswered e) {
            findings.unknown(e.getMessage());
            return Map.of();
        }
    }

    private void keep(Saved now, Findings findings) {
        if (before != null) {
            progress.accept("comparing with what was saved");
            before.compare(api, findings);
        }
        if (settings.save() != null) {
            now.save(settings.save(), findings);
        }
    }

    private LocalDate today() {
        return settings.clock().instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
