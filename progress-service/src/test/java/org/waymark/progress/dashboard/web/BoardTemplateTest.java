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
import org.waymark.progress.dashboard.domain.Updates;
import org.waymark.progress.dashboard.web.CardView.NextMilestone;
import org.waymark.progress.dashboard.web.CardView.ProgressView;
import org.waymark.progress.directory.Directory.Name;

/** The page as the server draws it; no script is needed to read it. */
class BoardTemplateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Map<String, Long> TOTALS = Map.of(
            "commitments", 1_234L,
            "updatesVerified", 7L,
            "milestones missed", 3L,
            "milestones slips", 1L,
            "milestones slippedDays", 1L);
    private static final BigDecimal NEARLY_ALL = new BigDecimal("0.9996");
    private static final NextMilestone OVERDUE =
            new NextMilestone("m", "Baseline survey", LocalDate.of(2026, 9, 30), true);

    @Test
    void says_health_in_words_with_its_reasons() {
        String page = page(List.of(aCard(NEARLY_ALL, OVERDUE, null)));

        assertThat(page)
                .contains("Off track", "the partner&#39;s own assessment; a milestone is overdue")
                .contains("Country: Latin America and the Caribbean, Democratic Republic of the Congo, Viet Nam");
    }

    @Test
    void says_every_reason_in_words() {
        List<String> reasons =
                List.of("self-assessment", "overdue", "slipped", "silent", "behind-pace", "evidence-missing");

        String page = page(List.of(aCard(null, null, null, new Card.Health("at-risk", reasons, null))));

        assertThat(page)
                .contains("slipped more than once", "silent", "behind its pace", "claimed without evidence")
                .doesNotContain("behind-pace", "evidence missing");
    }

    @Test
    void says_in_place_of_what_a_co_chairs_view_stands_and_until_when() {
        Card.Health.Override override = new Card.Health.Override("at-risk", LocalDate.of(2026, 12, 31));

        String page = page(List.of(
                aCard(null, null, null, new Card.Health("off-track", List.of("silent"), override)),
                aCard(null, null, null, new Card.Health("off-track", List.of(), override))));

        assertThat(page)
                .contains("Off track", "view until 31 December 2026, in place of: at risk. Because of: silent")
                .contains("view until 31 December 2026, in place of: at risk<");
    }

    @Test
    void counts_milestones_by_what_became_of_them() {
        String page = page(List.of(aCard(null, OVERDUE, null)));

        assertThat(page)
                .contains("2 of 4 milestones reached, 1 verified, 1 overdue, 1 missed, 1 cancelled;"
                        + " put off 2 times, by 1,040 days");
    }

    @Test
    void says_what_became_of_the_last_update() {
        assertThat(page(List.of(aCard(null, null, null)))).contains(">Verified</dd>");
    }

    @Test
    void sums_up_milestones_updates_and_slips() {
        assertThat(page(List.of()))
                .containsPattern("<dt>Missed</dt><dd>3</dd>")
                .contains("<b>7</b> verified", "Put off once, by 1 day in all.");
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
        model.setVariable("summary", BoardSummary.of(SummaryView.of(TOTALS, TODAY, TODAY, null)));
        return engine.process("board", fragments, model);
    }

    private static CardView aCard(
            @Nullable BigDecimal selfReported, @Nullable NextMilestone next, @Nullable Instant incompleteSince) {
        return aCard(
                selfReported,
                next,
                incompleteSince,
                new Card.Health("off-track", List.of("self-assessment", "overdue"), null));
    }

    private static CardView aCard(
            @Nullable BigDecimal selfReported,
            @Nullable NextMilestone next,
            @Nullable Instant incompleteSince,
            Card.Health health) {
        Instant changed = Instant.parse("2026-11-21T10:00:00Z");
        return new CardView(
                "c1",
                7,
                "<b>Fair</b> recruitment",
                new Name("p1", "Partner"),
                "g1",
                "Fair recruitment",
                2026,
                "country",
                List.of("COD", "VNM"),
                List.of("419"),
                List.of("8.7"),
                LocalDate.of(2026, 1, 1),
                null,
                "in-implementation",
                health,
                new ProgressView(selfReported, null),
                new CardView.Milestones(5, 2, 1, 1, 1, next == null ? 0 : 1, 2, 1_040),
                next,
                1,
                0,
                1,
                new Updates.Last("u1", "p1", changed, TODAY, "off-track", 2, "verified"),
                changed,
                incompleteSince);
    }
}
