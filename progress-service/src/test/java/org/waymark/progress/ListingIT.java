package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.testing.TestTokens;

/** Commitments found again. Each test lists those of a partner of its own. */
class ListingIT extends ServiceIT {

    private static final String BODY = """
            {"title": "%s", "description": "For %s.", "level": "country", "countries": ["%s"], "regions": [%s],
             "sdgTargets": ["%s"], "workstream": "%s", "start": "2026-01-01", "end": "2027-12-31",
             "milestones": [{"title": "Signed", "due": "%s"}]}
            """;

    private final String partner = UUID.randomUUID().toString();

    private void threeCommitments() {
        Api own = new Api(anybody.base(), TestTokens.token("own", partner, "partner"));
        List.of(
                        BODY.formatted(
                                "Corridor (one)", "nurses", "SLV", "\"419\"", "8.7", "Recruitment", "2098-05-01"),
                        BODY.formatted("bridge", "sailors", "KEN", "\"014\"", "8.8", "Shipping", "2098-03-01"),
                        BODY.formatted("Avenue", "nurses", "HND", "", "8.7", "Recruitment", "2098-04-01"))
                .forEach(body -> assertThat(
                                own.post("/api/commitments", body, withKey()).status())
                        .isEqualTo(201));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            workstream=Recruitment  | Avenue Corridor (one)
            country=KEN             | bridge
            region=013              | Avenue Corridor (one)
            region=419              | Avenue Corridor (one)
            region=002              | bridge
            sdgTarget=8.8           | bridge
            level=country           | Avenue Corridor (one) bridge
            level=global            |
            status=submitted        | Avenue Corridor (one) bridge
            status=completed        |
            health=unknown          | Avenue Corridor (one) bridge
            dueBefore=2098-04-01    | bridge
            text=NURSES             | Avenue Corridor (one)
            text=(one)              | Corridor (one)
            text=.*                 |
            """)
    void narrows_by(String filter, String titles) {
        threeCommitments();

        List<String> found = titles(list(filter.strip() + "&sort=id"));

        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        titles == null
                                ? List.of()
                                : List.of(titles.strip().replace(" (", "_(").split(" ")).stream()
                                        .map(one -> one.replace("_(", " ("))
                                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title  | Avenue, bridge, Corridor (one)
            -title | Corridor (one), bridge, Avenue
            due    | bridge, Avenue, Corridor (one)
            heard  | Corridor (one), bridge, Avenue
            -heard | Avenue, bridge, Corridor (one)
            """)
    void sorts_by(String sort, String titles) {
        threeCommitments();

        assertThat(String.join(", ", titles(list("sort=" + sort)))).isEqualTo(titles);
    }

    @Test
    void pages_on_from_where_it_was_while_others_come_and_go() {
        threeCommitments();
        List<String> seen = new ArrayList<>();
        Api.Answer page = list("sort=title&limit=1");
        seen.addAll(titles(page));

        threeCommitments();
        while (!page.body().at("/next").isNull()) {
            page = list("sort=title&limit=1&cursor=" + page.text("/next"));
            seen.addAll(titles(page));
        }

        assertThat(seen).startsWith("Avenue").isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(seen.stream().filter("bridge"::equals)).hasSize(2);
        assertThat(list("sort=due&cursor=" + list("limit=1").text("/next")).text("/fields/0/field"))
                .isEqualTo("cursor");
    }

    @ParameterizedTest
    @CsvSource({"country,XXX", "region,000", "sdgTarget,8.17", "level,local", "status,lost", "sort,colour", "limit,0"})
    void refuses_what_is_on_no_list(String name, String value) {
        assertThat(anybody.get("/api/commitments?" + name + "=" + value).text("/fields/0/field"))
                .isEqualTo(name);
    }

    private Api.Answer list(String query) {
        String encoded = query.replace("(", "%28").replace(")", "%29");
        Api.Answer answer = anybody.get("/api/commitments?partner=" + partner + "&" + encoded);
        assertThat(answer.status()).as("%s", answer).isIn(200, 400);
        return answer;
    }

    private static List<String> titles(Api.Answer page) {
        return page.body()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/title").asString())
                .toList();
    }
}
