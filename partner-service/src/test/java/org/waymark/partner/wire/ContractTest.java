package org.waymark.partner.wire;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.partner.domain.AccessRevoked;
import org.waymark.partner.domain.ActionGroup;
import org.waymark.partner.domain.ActionGroupEvent;
import org.waymark.partner.domain.CoChair;
import org.waymark.partner.domain.Country;
import org.waymark.partner.domain.Finding;
import org.waymark.partner.domain.OrganisationType;
import org.waymark.partner.domain.Origin;
import org.waymark.partner.domain.Partner;
import org.waymark.partner.domain.PartnerEvent;
import org.waymark.partner.domain.PartnerId;
import org.waymark.partner.domain.PartnerStatus;
import org.waymark.partner.domain.PathfinderCountry;
import org.waymark.partner.domain.PathfinderCountry.Reached;
import org.waymark.partner.domain.PathfinderStage;
import org.waymark.partner.domain.Profile;
import org.waymark.partner.domain.Research;
import org.waymark.partner.domain.Standing;
import org.waymark.partner.domain.StatusReason;
import org.waymark.partner.domain.TimeZone;
import org.waymark.partner.domain.WorkPlan;
import org.waymark.partner.domain.Workstream;
import org.waymark.platform.Event;
import org.waymark.testing.Contracts;
import org.waymark.testing.Contracts.Example;
import tools.jackson.databind.json.JsonMapper;

/** What happens here, made into events, is what the contract's examples show: all of them, and nothing else. */
class ContractTest {

    private static final Contracts CONTRACTS = Contracts.of("partner-service");
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final PartnerId ONE = new PartnerId(UUID.fromString("0d5b1f0c-7a53-5c0e-9a3e-3f1f6f0b8a11"));
    private static final PartnerId OTHER = new PartnerId(UUID.fromString("5b0a3f7e-2f0e-5a63-8a57-9b1d6a1c2d22"));

    private static final PartnerEvent.Registered IOM = Partner.register(
            "International Organization for Migration",
            "IOM",
            OrganisationType.MULTILATERAL,
            new Country("CHE"),
            null,
            "XM-DAC-47066");

    private static final Profile PROFILE = Profile.of(
            Map.of(
                    "fr", "Organisation internationale pour les migrations",
                    "es", "Organización Internacional para las Migraciones"),
            "https://www.iom.int/logo.svg",
            "https://www.iom.int");

    /** By type and name of the example, for what came later. */
    private static final Map<String, PublicEvent> ALSO_HAPPENED = Map.of(
            "org.waymark.partner.registered.v1/shows-itself",
            PublicEvents.of(new PartnerEvent.Registered(IOM.partner().withProfile(PROFILE), Origin.REGISTERED)),
            "org.waymark.partner.changed.v1/shows-itself",
            PublicEvents.of(new PartnerEvent.Changed(IOM.partner().withProfile(PROFILE))),
            "org.waymark.partner.changed.v1/suspended-for-a-reason",
            PublicEvents.of(new PartnerEvent.Changed(IOM.partner()
                    .withStanding(Standing.of(PartnerStatus.ACTIVE)
                            .asked(PartnerStatus.SUSPENDED, StatusReason.UNDER_REVIEW)))),
            "org.waymark.partner.merged.v1/into-another",
            PublicEvents.of(Partner.register("IOM Mission", null, OrganisationType.MULTILATERAL, null, null, null)
                    .partner()
                    .mergeInto(OTHER, ONE, IOM.partner())
                    .getFirst()));

    /** By the name of the example. */
    private static final Map<String, PublicEvent> HAPPENED = Map.ofEntries(
            entry("registered-by-the-secretariat", PublicEvents.of(IOM)),
            entry(
                    "named-by-an-import",
                    PublicEvents.of(Partner.introduce("Example Trust", OrganisationType.FOUNDATION, "GB-CHC-0000000"))),
            entry(
                    "suspended",
                    PublicEvents.of(new PartnerEvent.Changed(IOM.partner().withStatus(PartnerStatus.SUSPENDED)))),
            entry(
                    "with-its-time-zone",
                    PublicEvents.of(Partner.register(
                            "United Nations Children's Fund",
                            "UNICEF",
                            OrganisationType.MULTILATERAL,
                            new Country("USA"),
                            new TimeZone("America/New_York"),
                            "XM-DAC-41122"))),
            entry(
                    "gave-its-time-zone",
                    PublicEvents.of(
                            new PartnerEvent.Changed(IOM.partner().withTimeZone(new TimeZone("Europe/Zurich"))))),
            entry(
                    "fewest-facts",
                    PublicEvents.of(
                            new PartnerEvent.Changed(Partner.register("Example Coalition", null, null, null, null, null)
                                    .partner()))),
            entry("default-group", PublicEvents.of(ActionGroup.create("Migration Action Group", true, 2, List.of()))),
            entry(
                    "with-co-chairs",
                    PublicEvents.of(ActionGroup.create(
                            "Supply Chains Action Group",
                            false,
                            2,
                            List.of(
                                    new CoChair(ONE, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 12, 31)),
                                    new CoChair(OTHER, LocalDate.of(2026, 1, 1), null))))),
            entry(
                    "term-ended",
                    PublicEvents.of(new ActionGroupEvent.Changed(new ActionGroup(
                            "Migration Action Group",
                            true,
                            2,
                            List.of(
                                    new CoChair(ONE, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 11, 30)),
                                    new CoChair(OTHER, LocalDate.of(2026, 12, 1), null)),
                            List.of())))),
            entry(
                    "with-workstreams",
                    PublicEvents.of(new ActionGroupEvent.Changed(new ActionGroup(
                            "Supply Chains Action Group",
                            false,
                            3,
                            List.of(),
                            List.of(
                                    new Workstream(
                                            "due-diligence",
                                            "Due diligence",
                                            List.of(
                                                    new WorkPlan(2026, "Model clauses", null),
                                                    new WorkPlan(
                                                            2027,
                                                            "Grievance mechanisms",
                                                            URI.create("https://example.org/plans/2027")))),
                                    new Workstream("data", "Data", List.of())))))),
            entry(
                    "on-its-way",
                    PublicEvents.of(new PathfinderCountry(
                            new Country("SLV"),
                            List.of(
                                    new Reached(PathfinderStage.INTERESTED, LocalDate.of(2025, 3, 1)),
                                    new Reached(PathfinderStage.CANDIDATE, LocalDate.of(2025, 9, 15)),
                                    new Reached(PathfinderStage.WORKSHOP_HELD, LocalDate.of(2026, 2, 10)))))),
            entry("client-revoked", PublicEvents.of(new AccessRevoked(Instant.parse("2026-11-22T10:15:30.250Z")))),
            entry(
                    "open-question",
                    PublicEvents.of(new Research(
                            Research.Kind.QUESTION,
                            ONE,
                            "Which recruitment fees do migrant fishers pay?",
                            true,
                            List.of(new Country("THA")),
                            List.of(OTHER.value()),
                            List.of()))),
            entry(
                    "practice-of-the-secretariat",
                    PublicEvents.of(new Research(
                            Research.Kind.PRACTICE,
                            null,
                            "Labour inspectors and interpreters visit together",
                            true,
                            List.of(),
                            List.of(),
                            List.of(new Finding(
                                    "How it is done", URI.create("https://example.org/practices/visits")))))));

    static Stream<Example> examples() {
        return CONTRACTS.examples().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void serializes_to_the_example(Example example) {
        PublicEvent event = happened(example);

        assertThat(event.eventType()).isEqualTo(example.type());
        assertThat(JSON.readTree(PublicEvents.serialize(event))).isEqualTo(JSON.readTree(example.json()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void follows_the_schema(Example example) {
        PublicEvent event = happened(example);

        String json = new String(PublicEvents.serialize(event), StandardCharsets.UTF_8);
        assertThat(CONTRACTS.problems(example.type(), json)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void is_read_back_as_it_was(Example example) {
        PublicEvent event = happened(example);
        Event read = new Event(
                "e1", "/partner-service", example.type(), "p1", 1, Instant.EPOCH, null, PublicEvents.serialize(event));

        List<PublicEvent> again = new ArrayList<>();
        if (EventReading.isOfPartner(example.type())) {
            again.add(PublicEvents.of(EventReading.partner(read)));
        }
        if (EventReading.isOfGroup(example.type())) {
            again.add(PublicEvents.of(EventReading.group(read)));
        }
        for (Research.Kind kind : Research.Kind.values()) {
            if (EventReading.isOfResearch(kind, example.type())) {
                again.add(PublicEvents.of(EventReading.research(read)));
            }
        }
        if (EventReading.isOfAccess(example.type())) {
            again.add(PublicEvents.of(EventReading.access(read)));
        }
        if (EventReading.isOfPathfinder(example.type())) {
            again.add(PublicEvents.of(EventReading.pathfinder(read)));
        }

        assertThat(again).containsExactly(event);
    }

    private static PublicEvent happened(Example example) {
        PublicEvent later = ALSO_HAPPENED.get(example.type() + "/" + example.name());
        return Objects.requireNonNull(
                later == null ? HAPPENED.get(example.name()) : later, "no event makes the example " + example.name());
    }

    @Test
    void shows_every_event_by_an_example() {
        List<Class<?>> shown = CONTRACTS.examples().stream()
                .<Class<?>>map(example -> happened(example).getClass())
                .distinct()
                .toList();

        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(PublicEvent.class.getPermittedSubclasses()).stream()
                        .filter(Class::isRecord)
                        .toList());
    }

    @Test
    void refuses_by_its_schema_what_lacks_a_fact() {
        assertThat(CONTRACTS.problems("org.waymark.partner.registered.v1", "{\"name\":\"IOM\",\"status\":\"gone\"}"))
                .hasSize(2);
    }
}
