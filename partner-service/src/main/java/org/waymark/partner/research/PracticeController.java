package org.waymark.partner.research;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.partner.domain.Research;

/** What partners have found to work. */
@RestController
@RequestMapping(PracticeController.PATH)
final class PracticeController extends ResearchController {

    static final String PATH = "/api/practices";

    PracticeController(ResearchAgenda practices) {
        super(Research.Kind.PRACTICE, PATH, practices);
    }
}
