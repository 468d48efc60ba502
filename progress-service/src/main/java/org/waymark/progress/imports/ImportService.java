package org.waymark.progress.imports;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.progress.Kebab;
import org.waymark.progress.commitments.CommitmentService;
import org.waymark.progress.commitments.domain.CommitmentCommand.Actor;
import org.waymark.progress.commitments.domain.CommitmentCommand.SubmitCommitment;
import org.waymark.progress.commitments.domain.Status;
import org.waymark.progress.imports.Entry.Candidate;
import org.waymark.progress.imports.Entry.Remark;
import org.waymark.progress.imports.Entry.Unusable;
import org.waymark.progress.imports.reading.FileRefused;
import org.waymark.progress.imports.reading.Skipped;

/**
 * Imports a file while it is read, a commitment a command. A file that was cut off, or imported before, is simply sent
 * again: what stands already is found by the file's own identifiers.
 */
@Service
class ImportService {

    private static final Logger log = LoggerFactory.getLogger(ImportService.class);
    private static final int PATIENCE = 30;

    private final CommitmentService commitments;

    ImportService(CommitmentService commitments) {
        this.commitments = commitments;
    }

    /** The secretariat imports for all; a partner what it leads itself, and only as submitted. */
    ImportResult run(Caller caller, Supplier<ImportFile> opened, boolean dryRun) {
        ImportCount count = new ImportCount();
        try (ImportFile file = opened.get()) {
            for (Entry entry = file.next(); entry != null; entry = file.next()) {
                take(caller, entry, dryRun, count);
            }
        } catch (FileRefused e) {
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
                result.skipped().size() + result.moreSkipped(),
                dryRun);
        return result;
    }

    private void take(Caller caller, Entry entry, boolean dryRun, ImportCount count) {
        switch (entry) {
            case Remark remark -> count.skip(remark.note());
            case Unusable unusable -> {
                count.entry();
                count.skip(unusable.note());
            }
            case Candidate candidate -> {
                count.entry();
                take(caller, candidate, dryRun, count);
            }
        }
    }

    private void take(Caller caller, Candidate candidate, boolean dryRun, ImportCount count) {
        boolean secretariat = caller.has("secretariat");
        if (!secretariat && !candidate.lead().value().equals(caller.organization())) {
            count.skip(note(candidate, "It is of another organization than yours; the secretariat can import it."));
            return;
        }
        count.skip(candidate.notes());
        try {
            SubmitCommitment told = candidate
                    .command()
                    .apply(CommitmentService.idOf(candidate.lead(), candidate.idempotencyKey()))
                    .by(new Actor(secretariat, true));
            SubmitCommitment command = allowed(caller, candidate, told);
            count.taken(command, dryRun ? rehearse(caller, candidate, command) : store(caller, candidate, command));
            if (command.status() != told.status()) {
                count.skip(note(candidate, onlySubmitted(told.status())));
            }
        } catch (Problem problem) {
            if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
                throw problem;
            }
            count.skip(note(candidate, why(problem)));
        } catch (IllegalArgumentException e) {
            count.skip(note(candidate, String.valueOf(e.getMessage())));
        }
    }

    /** What comes after submitting is for co-chairs to say; what the secretariat brought in so stays as it is. */
    private SubmitCommitment allowed(Caller caller, Candidate candidate, SubmitCommitment told) {
        if (caller.has("secretariat") || told.status() == Status.SUBMITTED || stands(caller, candidate, told)) {
            return told;
        }
        return new SubmitCommitment(
                told.promise(), Status.SUBMITTED, told.milestones(), told.indicators(), told.origin(), told.by());
    }

    /** Whatever is wrong with it is said where it is taken. */
    private boolean stands(Caller caller, Candidate candidate, SubmitCommitment told) {
        try {
            return rehearse(caller, candidate, told);
        } catch (Problem problem) {
            return false;
        }
    }

    private static String onlySubmitted(Status told) {
        return "It is said to be " + Kebab.of(told).replace('-', ' ')
                + " and is brought in as submitted; the secretariat can bring it in as it is said.";
    }

    private boolean rehearse(Caller caller, Candidate candidate, SubmitCommitment command) {
        return commitments.wouldRepeat(caller, candidate.lead(), candidate.idempotencyKey(), command);
    }

    /** Slows down while the service says it is overloaded. */
    private boolean store(Caller caller, Candidate candidate, SubmitCommitment command) {
        for (int attempt = 1; ; attempt++) {
            try {
                return commitments
                        .submit(caller, candidate.lead(), candidate.idempotencyKey(), id -> command)
                        .repeated();
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

    private static Skipped note(Candidate candidate, String why) {
        return new Skipped(candidate.line(), candidate.what(), why);
    }

    private static String stored(ImportCount count, boolean dryRun) {
        ImportResult sofar = count.result(dryRun);
        return dryRun || sofar.created() == 0
                ? " Nothing of it was stored."
                : " Of what stands before that line, " + sofar.created()
                        + " commitments were stored; sending the file again is safe.";
    }
}
