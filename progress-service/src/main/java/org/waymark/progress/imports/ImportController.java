package org.waymark.progress.imports;

import java.io.InputStream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.platform.Caller;

/** {@code POST /api/imports}: an IATI 2.x activity file as the body, read as a stream. */
@RestController
class ImportController {

    private final ImportService imports;

    ImportController(ImportService imports) {
        this.imports = imports;
    }

    @PostMapping(
            path = "/api/imports",
            consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    ImportResult run(InputStream file, @RequestParam(defaultValue = "false") boolean dryRun) {
        Caller caller = Caller.current();
        if (!caller.has("secretariat")) {
            caller.requireOrganization();
        }
        return imports.run(caller, () -> IatiFile.open(file), dryRun);
    }
}
