package org.waymark.progress.imports.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waymark.progress.Kebab;

class MappingsTest {

    @Test
    void every_mapping_describes_the_columns_it_needs_and_reads_each_it_describes() {
        assertThat(Mappings.KNOWN).allSatisfy(mapping -> {
            var read = mapping.fields().values().stream()
                    .flatMap(List::stream)
                    .flatMap(template -> new Template(template).columns().stream());
            assertThat(mapping.columns().keySet()).containsAll(mapping.required());
            assertThat(read.distinct())
                    .containsExactlyInAnyOrderElementsOf(mapping.columns().keySet());
        });
    }

    @Test
    void the_header_decides_among_the_mappings_without_doubt() {
        assertThat(Mappings.KNOWN)
                .allSatisfy(mapping -> assertThat(Mappings.KNOWN)
                        .filteredOn(other -> other.fits(mapping.columns().keySet()))
                        .containsExactly(mapping));
    }

    @Test
    void the_own_mapping_has_a_place_for_every_field() {
        var elsewhere = List.of(Field.GOVERNMENT, Field.GOVERNMENT_NAME, Field.MILESTONE_KEY, Field.INDICATOR_KEY);

        assertThat(Mappings.KNOWN.getFirst().fields().keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(Field.values())
                        .filter(field -> !elsewhere.contains(field))
                        .map(Kebab::of)
                        .toList());
    }

    @Test
    void the_template_is_a_table_of_the_own_shape_without_rows() {
        assertThat(Mappings.template())
                .startsWith("\uFEFForganization,organization_name,")
                .endsWith(",actual\r\n");
        assertThat(Tables.read(Mappings.template())).isEmpty();
    }

    @Test
    void a_mapping_with_a_slip_does_not_load() {
        assertThatThrownBy(() -> mapping(Map.of("titel", List.of("{a}")))).hasMessageContaining("titel");
        assertThatThrownBy(() -> mapping(Map.of("title", List.of("{b}")))).hasMessageContaining("{b}");
    }

    private static Mapping mapping(Map<String, List<String>> fields) {
        return new Mapping("m", "about", Map.of("a", "a column"), Map.of(), List.of("a"), fields);
    }
}
