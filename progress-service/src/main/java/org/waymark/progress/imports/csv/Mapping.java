package org.waymark.progress.imports.csv;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.waymark.progress.Kebab;

/**
 * Which column of a table is what.
 *
 * @param columns those it reads, with what they hold
 * @param leftOut those it knows and does not read, with the reason
 * @param required those by which a header is known to be of this shape
 * @param fields templates of a field, the first that is filled counts; of the description all that are filled
 */
record Mapping(
        String name,
        String about,
        Map<String, String> columns,
        Map<String, String> leftOut,
        List<String> required,
        Map<String, List<String>> fields) {

    Mapping {
        fields.forEach((field, templates) -> {
            if (Kebab.parse(Field.class, field).isEmpty()) {
                throw new IllegalArgumentException("mapping " + name + " maps an unknown field, " + field);
            }
            templates.forEach(template -> {
                if (!columns.keySet().containsAll(new Template(template).columns())) {
                    throw new IllegalArgumentException(
                            "mapping " + name + " reads a column it does not describe: " + template);
                }
            });
        });
    }

    List<Template> templates(Field field) {
        return fields.getOrDefault(Kebab.of(field), List.of()).stream()
                .map(Template::new)
                .toList();
    }

    boolean fits(Collection<String> header) {
        return new HashSet<>(header).containsAll(required);
    }
}
