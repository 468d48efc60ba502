package org.waymark.progress.imports;

import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.waymark.platform.Caller;
import org.waymark.platform.Problem;
import org.waymark.progress.commitments.CommitmentService;
import org.waymark.progress.commitments.domain.CommitmentCommand.SubmitCommitment;
import org.waymark.progress.commitments.domain.PartnerId;
import org.waymark.progress.imports.iati.IatiActivities;
import org.waymark.progress.imports.iati.IatiActivity;
import org.waymark.progress.imports.iati.IatiEntry;
import org.waymark.progress.imports.iati.IatiRefused;
import org.waymark.progress.imports.iati.Skipped;

/**
 * Imports an IATI activity file while it is read, an activity a command. A file that was cut off, or imported before, is
 * simply sent again: what stands already is found by its IATI identifier.
 */
@Service
class ImportService {

    private static final Logger log = LoggerFactory.getLogger(ImportService.class);
    private static final int PATIENCE = 30;

    private final CommitmentService commitments;

    ImportService(CommitmentService commitments) {
        this.commitments = commitments;
    }

    /** The secretariat imports for all; a partner what it has published itself. */
    ImportResult run(Caller caller, InputStream file, boolean dryRun) {
        ImportCount count = new ImportCount();
        try (IatiActivities activities = IatiActivities.open(file)) {
            for (IatiEntry entry = activities.next(); entry != null; entry = activities.next()) {
                count.activity();
                switch (entry) {
                    case IatiActivity activity -> take(caller, activity, dryRun, count);
                    case Skipped skipped -> count.skip(skipped);
                }
            }
        } catch (IatiRefused e) {
            throw Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "file-refused",
                    "Line " + e.line() + ": " + e.getMessage() + stored(count, dryRun));
        }
        ImportResult result = count.result(dryRun);
        log.info(
                "import done: activities={} created={} unchanged={} skipped={} dryRun={}",
                result.activities(),
                result.created(),
                result.unchanged(),
                result.skipped().size(),
                dryRun);
        return result;
    }

    private void take(Caller caller, IatiActivity activity, boolean dryRun, ImportCount count) {
        PartnerId lead = ActivityMapping.partner(activity);
        LocalDate start = activity.start();
        boolean secretariat = caller.has("secretariat");
        if (!secretariat && !lead.value().equals(caller.organization())) {
            count.skip(note(
                    activity, "It is reported by another organization than yours; the secretariat can import it."));
        } else if (start == null) {
            count.skip(note(activity, "It names no start, neither planned nor actual."));
        } else {
            count.skip(activity.skipped());
            submit(caller, activity, lead, start, dryRun, count);
        }
    }

    private void submit(
            Caller caller, IatiActivity activity, PartnerId lead, LocalDate start, boolean dryRun, ImportCount count) {
        boolean secretariat = caller.has("secretariat");
        String key = ActivityMapping.idempotencyKey(activity);
        try {
            SubmitCommitment command =
                    ActivityMapping.commitment(activity, start, CommitmentService.idOf(lead, key), secretariat);
            boolean stands = dryRun ? commitments.wouldRepeat(lead, key, command) : store(caller, lead, key, command);
            count.taken(command, stands);
        } catch (Problem problem) {
            if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
                throw problem;
            }
            count.skip(note(activity, why(problem)));
        } catch (IllegalArgumentException e) {
            count.skip(note(activity, String.valueOf(e.getMessage())));
        }
    }

    /** Slows down while the service says it is overloaded. */
    private boolean store(Caller caller, PartnerId lead, String key, SubmitCommitment command) {
        for (int attempt = 1; ; attempt++) {
            try {
                return commitments.submit(caller, lead, key, id -> command).repeated();
            } catch (Problem problem) {
                if (problem.status() != HttpStatus.SERVICE_UNAVAILABLE || attempt == PATIENCE) {
                    throw problem;
                }
                pause(Objects.requireNonNullElse(problem.retryAfter(), Duration.ofSeconds(1)));
            }
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("stopping", "The service is stopping; send the file again.", duration);
        }
    }

    private static String why(Problem problem) {
        if (problem.type().equals("key-reused")) {
            return "It was imported before with other content, which stands; changes are not carried over yet.";
        }
        return problem.fields().isEmpty()
                ? String.valueOf(problem.getMessage())
                : problem.fields().getFirst().field() + ": "
                        + problem.fields().getFirst().message();
    }

    private static Skipped note(IatiActivity activity, String why) {
        return new Skipped(activity.line(), "activity " + activity.identifier(), why);
    }

    private static String stored(ImportCount count, boolean dryRun) {
        ImportResult sofar = count.result(dryRun);
        return dryRun || sofar.created() == 0
                ? " Nothing of it was stored."
                : " The " + sofar.created()
                        + " activities before that line were stored; sending the file again is safe.";
    }
}
