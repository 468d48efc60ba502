package org.waymark.progress.commitments.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.platform.Decision.NewEvent;
import org.waymark.progress.ServiceJson;
import org.waymark.testing.Contracts;
import org.waymark.testing.Contracts.Example;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code contract/} says what is really published: every type, as its examples show and its schema demands. */
class ProducedContractTest {

    private static final Contracts CONTRACT = Contracts.of("progress-service");
    private static final JsonMapper JSON = ServiceJson.mapper();

    /** Fields that would carry people or long texts. */
    private static final Set<String> NEVER_PUBLIC = Set.of(
            "description",
            "narrative",
            "contact",
            "email",
            "phone",
            "person",
            "author",
            "user",
            "client",
            "memo",
            "url");

    static Stream<Example> examples() {
        return CONTRACT.examples().stream();
    }

    static Stream<Example> published() {
        return examples().filter(example -> !PublishedEvents.EARLIER.contains(key(example)));
    }

    @ParameterizedTest
    @MethodSource("published")
    void an_event_is_published_as_its_example(Example example) {
        NewEvent published = published(example);

        assertThat(published.type()).isEqualTo(example.type());
        assertThat(JSON.readTree(published.data())).isEqualTo(JSON.readTree(example.json()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_follows_its_schema(Example example) {
        assertThat(CONTRACT.problems(example.type(), example.json())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("published")
    void no_text_and_no_person_is_published(Example example) {
        String json = new String(published(example).data(), StandardCharsets.UTF_8);

        assertThat(fields(JSON.readTree(json))).doesNotContainAnyElementsOf(NEVER_PUBLIC);
        assertThat(PublishedEvents.PRIVATE).allSatisfy(text -> assertThat(json).doesNotContain(text));
    }

    @Test
    void every_kind_of_event_has_a_name_a_schema_and_examples() {
        Set<String> types = Arrays.stream(PublicEvent.class.getPermittedSubclasses())
                .map(ProducedContractTest::type)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(types).hasSize(PublicEvent.class.getPermittedSubclasses().length);
        assertThat(CONTRACT.types()).containsExactlyElementsOf(types);
        assertThat(withoutExample(types)).isEmpty();
        assertThat(withoutExample(Set.of("org.waymark.planted.happened.v1"))).hasSize(1);
    }

    @Test
    void every_event_made_up_for_the_contract_is_an_example_of_it() {
        assertThat(published().map(ProducedContractTest::key))
                .containsExactlyInAnyOrderElementsOf(PublishedEvents.BY_EXAMPLE.keySet());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_schema_misses_each_field_that_is_always_there_and_lets_new_ones_pass(Example example) {
        var more = (ObjectNode) JSON.readTree(example.json());
        more.put("introducedLater", true);
        assertThat(CONTRACT.problems(example.type(), more.toString())).isEmpty();

        for (String field : alwaysThere(example.type())) {
            var less = (ObjectNode) JSON.readTree(example.json());
            less.remove(field);
            assertThat(CONTRACT.problems(example.type(), less.toString()))
                    .as("%s without %s", example.type(), field)
                    .isNotEmpty();
        }
    }

    /** The components of the record that are not marked as absent at times. */
    private static List<String> alwaysThere(String type) {
        Class<?> event = Arrays.stream(PublicEvent.class.getPermittedSubclasses())
                .filter(one -> type(one).equals(type))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(event.getRecordComponents())
                .filter(one -> !one.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toList();
    }

    private static List<String> withoutExample(Set<String> types) {
        return types.stream().filter(type -> CONTRACT.examples(type).isEmpty()).toList();
    }

    private static NewEvent published(Example example) {
        var event = PublishedEvents.BY_EXAMPLE.get(key(example));
        if (event == null) {
            throw new AssertionError("Nothing here is published as " + key(example));
        }
        return new PublicEvents(JSON).event(event.event(), event.health(), Instant.EPOCH, new Document());
    }

    private static String key(Example example) {
        return example.type() + "/" + example.name();
    }

    /** The constant that is named as the record is. */
    private static String type(Class<?> event) {
        String constant =
                event.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        try {
            var field = PublicEvent.class.getDeclaredField(constant);
            assertThat(Modifier.isStatic(field.getModifiers())).isTrue();
            return (String) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(event + " has no name on the wire", e);
        }
    }

    private static Set<String> fields(JsonNode node) {
        Set<String> found = new TreeSet<>(node.propertyNames());
        node.forEach(child -> found.addAll(fields(child)));
        return found;
    }
}
