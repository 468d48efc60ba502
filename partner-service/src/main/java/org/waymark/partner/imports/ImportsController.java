package org.waymark.partner.imports;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.partner.imports.Planned.Outcome;

@RestController
@RequestMapping("/api/partners/imports")
class ImportsController {

    private static final int MOST_ROWS = 2_000;
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9-]{1,40}");

    /** The same for a dry run and for the run that follows it. */
    record Answer(boolean dryRun, String source, long register, long alreadyThere, long skip, List<Planned> rows) {

        static Answer of(boolean dryRun, String source, List<Planned> rows) {
            return new Answer(
                    dryRun,
                    source,
                    count(rows, Outcome.REGISTER),
                    count(rows, Outcome.ALREADY_THERE),
                    count(rows, Outcome.SKIP),
                    rows);
        }

        private static long count(List<Planned> rows, Outcome outcome) {
            return rows.stream().filter(row -> row.is(outcome)).count();
        }
    }

    private final Imports imports;

    ImportsController(Imports imports) {
        this.imports = imports;
    }

    /** @param source whose registry it is; a row's key means nothing in another */
    @PostMapping
    Answer run(
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "registry") String source,
            @RequestBody List<RegistryRow> rows) {
        if (!SOURCE.matcher(source).matches()) {
            throw Problem.invalid("source", "A source has 1 to 40 small letters, digits and hyphens.");
        }
        if (rows.size() > MOST_ROWS) {
            throw Problem.invalid("rows", "At most " + MOST_ROWS + " rows at once.");
        }
        if (rows.contains(null)) {
            throw Problem.invalid("rows", "A row is an object.");
        }
        List<Planned> planned = dryRun ? imports.plan(source, rows) : imports.run(Caller.current(), source, rows);
        return Answer.of(dryRun, source, planned);
    }
}
