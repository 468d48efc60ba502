package org.waymark.partner.research;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.partner.domain.Research;

/** What partners want to know. */
@RestController
@RequestMapping(QuestionController.PATH)
final class QuestionController extends ResearchController {

    static final String PATH = "/api/research-questions";

    QuestionController(ResearchAgenda researchQuestions) {
        super(Research.Kind.QUESTION, PATH, researchQuestions);
    }
}
