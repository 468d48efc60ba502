package org.waymark.progress.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;
import org.waymark.progress.dashboard.domain.Card;
import org.waymark.progress.dashboard.web.CardView.NextMilestone;
import org.waymark.progress.dashboard.web.CardView.ProgressView;
import org.waymark.progress.directory.Directory.Name;

/** The page as the server draws it; no script is needed to read it. */
class BoardTemplateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final BigDecimal NEARLY_ALL = new BigDecimal("0.9996");
    private static final NextMilestone OVERDUE =
            new NextMilestone("m", "Baseline survey", LocalDate.of(2026, 9, 30), true);

    @Test
    void says_health_in_words_with_its_reasons() {
        String page = page(List.of(aCard(NEARLY_ALL, OVERDUE, null)));

        assertThat(page)
                .contains("Off track", "the partner&#39;s own assessment; a milestone is overdue")
                .contains("Country: Democratic Republic of the Congo, Viet Nam");
    }

    @Test
    void marks_the_next_milestone_as_overdue() {
        String page = page(List.of(aCard(NEARLY_ALL, OVERDUE, null)));

        assertThat(page).contains("Baseline survey", "Overdue</strong>", "datetime=\"2026-09-30\">30 September 2026<");
    }

    @Test
    void calls_progress_complete_only_when_it_is_and_unknown_where_it_is() {
        String page = page(List.of(aCard(NEARLY_ALL, null, null)));

        assertThat(page).contains("99%", "value=\"99\"", ">unknown<").doesNotContain("100%<");
    }

    @Test
    void tells_since_when_a_card_is_incomplete() {
        String page = page(List.of(aCard(null, null, Instant.parse("2026-11-20T08:05:00Z"))));

        assertThat(page).contains("Incomplete since", "20 November 2026, 08:05 UTC");
    }

    @Test
    void lets_nobody_write_markup_into_the_page() {
        CardView card = aCard(null, null, null);

        String page = page(List.of(card));

        assertThat(page).contains("&lt;b&gt;Fair&lt;/b&gt; recruitment").doesNotContain("<b>Fair</b>");
    }

    @Test
    void says_what_to_do_where_there_is_nothing_yet() {
        assertThat(page(List.of())).contains("id=\"empty\">", "POST /api/commitments");
        assertThat(page(List.of(aCard(null, null, null)))).contains("id=\"empty\" hidden=\"hidden\">");
    }

    @Test
    void gives_the_cards_alone_to_the_script() {
        String fragment = render(Set.of("cards"), List.of(aCard(null, OVERDUE, null)));

        assertThat(fragment.strip()).startsWith("<li class=\"card\" id=\"card-c1\" data-id=\"c1\" data-sequence=\"7\"");
        assertThat(fragment.strip()).endsWith("</li>");
    }

    private static String page(List<CardView> cards) {
        return render(Set.of(), cards);
    }

    private static String render(Set<String> fragments, List<CardView> cards) {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        MockServletContext application = new MockServletContext();
        WebContext model = new WebContext(
                JakartaServletWebApplication.buildApplication(application)
                        .buildExchange(new MockHttpServletRequest(application), new MockHttpServletResponse()),
                Locale.ENGLISH);
        model.setVariable("position", "0:17");
        model.setVariable("shown", 100);
        model.setVariable("cards", cards.stream().map(BoardItem::of).toList());
        model.setVariable("summary", BoardSummary.of(SummaryView.of(Map.of("commitments", 1_234L), TODAY, TODAY)));
        return engine.process("board", fragments, model);
    }

    private static CardView aCard(
            @Nullable BigDecimal selfReported, @Nullable NextMilestone next, @Nullable Instant incompleteSince) {
        Instant changed = Instant.parse("2026-11-21T10:00:00Z");
        return new CardView(
                "c1",
                7,
                "<b>Fair</b> recruitment",
                new Name("p1", "Partner"),
                "g1",
                "country",
                List.of("COD", "VNM"),
                List.of("8.7"),
                LocalDate.of(2026, 1, 1),
                null,
                "in-implementation",
                new Card.Health("off-track", List.of("self-assessment", "overdue")),
                new ProgressView(selfReported, null),
                new CardView.Milestones(2, 1, next == null ? 0 : 1),
                next,
                1,
                new Card.LastUpdate("u1", "p1", changed, TODAY, "off-track"),
                changed,
                incompleteSince);
    }
}
