package org.waymark.progress.imports;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Caller;
import org.waymark.progress.imports.csv.Mappings;

/** {@code POST /api/imports}: an IATI 2.x activity file or a table as the body, read as a stream. */
@RestController
class ImportController {

    private static final String CSV = "text/csv";
    private static final String TABS = "text/tab-separated-values";
    private static final String CSV_IN_UTF_8 = "text/csv;charset=UTF-8";

    private final ImportService imports;

    ImportController(ImportService imports) {
        this.imports = imports;
    }

    @PostMapping(
            path = "/api/imports",
            consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    ImportResult iati(InputStream file, @RequestParam(defaultValue = "false") boolean dryRun) {
        return imports.run(importer(), () -> IatiFile.open(file), dryRun);
    }

    /** @param mapping which column is what; without one the header decides */
    @PostMapping(
            path = "/api/imports",
            consumes = {CSV, TABS})
    ImportResult table(
            InputStream file,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(required = false) @Nullable String mapping) {
        return imports.run(importer(), () -> CsvFile.open(file, mapping), dryRun);
    }

    @GetMapping(path = "/api/imports/template.csv", produces = CSV_IN_UTF_8)
    ResponseEntity<String> template() {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("waymark-template.csv")
                                .build()
                                .toString())
                .body(Mappings.template());
    }

    private static Caller importer() {
        Caller caller = Caller.current();
        if (!caller.has("secretariat")) {
            caller.requireOrganization();
        }
        return caller;
    }
}
