package org.waymark.partner.pathfinders;

import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.partner.Requests;
import org.waymark.partner.domain.Country;
import org.waymark.partner.domain.PathfinderCountry;
import org.waymark.partner.domain.PathfinderCountry.Reached;
import org.waymark.partner.domain.Refusal;
import org.waymark.partner.store.Aggregates;
import org.waymark.partner.store.Aggregates.Sender;
import org.waymark.partner.store.Aggregates.Stored;
import org.waymark.partner.store.Page;

/** A country is named by its ISO 3166-1 alpha-3 code, in the path too. */
@RestController
@RequestMapping(PathfinderController.PATH)
class PathfinderController {

    static final String PATH = "/api/pathfinder-countries";

    /** A Pathfinder Country as anybody may read it; {@code stage} is the one it stands at. */
    record Body(String country, String stage, List<Stage> stages, long sequence) {

        record Stage(String stage, LocalDate on) {

            static Stage of(Reached reached) {
                return new Stage(reached.stage().word(), reached.on());
            }
        }

        static Body of(Stored<PathfinderCountry> stored) {
            PathfinderCountry one = stored.value();
            return new Body(
                    one.country().alpha3(),
                    one.stage().stage().word(),
                    one.stages().stream().map(Stage::of).toList(),
                    stored.sequence());
        }
    }

    private final PathfinderCountries pathfinders;
    private final Clock clock;

    PathfinderController(PathfinderCountries pathfinders, Clock clock) {
        this.pathfinders = pathfinders;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<Body> enter(
            @RequestHeader(name = Requests.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @Valid @RequestBody PathfinderRequests.Enter request) {
        PathfinderCountry asked = Aggregates.orProblem(() -> request.asked(today()));
        Stored<PathfinderCountry> stored = pathfinders.record(sender(key, asked), asked);
        return ResponseEntity.created(URI.create(PATH + "/" + asked.country().alpha3()))
                .eTag(Problem.etag(stored.sequence()))
                .body(Body.of(stored));
    }

    @GetMapping
    Page<Body> list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return pathfinders.page(cursor, limit).map(Body::of);
    }

    @GetMapping("/{country}")
    ResponseEntity<Body> read(@PathVariable String country) {
        Stored<PathfinderCountry> stored = pathfinders.get(known(country));
        return Requests.ok(stored, Body.of(stored));
    }

    @PutMapping("/{country}/stages")
    ResponseEntity<Body> correct(
            @PathVariable String country,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Requests.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @Valid @RequestBody PathfinderRequests.Correct request) {
        Country known = known(country);
        PathfinderCountry asked = Aggregates.orProblem(() -> request.asked(known, today()));
        Stored<PathfinderCountry> stored = pathfinders.correct(ifMatch, sender(key, asked), asked);
        return Requests.ok(stored, Body.of(stored));
    }

    private static Sender sender(@Nullable String key, PathfinderCountry asked) {
        return Requests.sender(Caller.current(), key, PathfinderCountries.digested(asked));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    /** What is no country at all is not there either. */
    private static Country known(String code) {
        try {
            return new Country(code.toUpperCase(Locale.ROOT));
        } catch (Refusal noCountry) {
            throw Problem.notFound("Pathfinder Country");
        }
    }
}
