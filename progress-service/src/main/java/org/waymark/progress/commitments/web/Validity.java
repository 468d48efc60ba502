package org.waymark.progress.commitments.web;

import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.edge.Problem;
import org.waymark.progress.commitments.Draft;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Checks bodies where they are submitted, since a draft of the same body need not be complete. */
@Component
class Validity {

    private final Validator validator;
    private final JsonMapper json;

    Validity(Validator validator, JsonMapper json) {
        this.validator = validator;
        this.json = json;
    }

    /** @throws Problem 400 with every field that is not valid */
    <T> T valid(T body) {
        List<Problem.Field> fields = validator.validate(body).stream()
                .map(one -> new Problem.Field(
                        one.getPropertyPath().toString().replaceAll("\\.<[^>]*>", ""), one.getMessage()))
                .sorted(Comparator.comparing(Problem.Field::field))
                .toList();
        if (!fields.isEmpty()) {
            throw Problem.invalid(fields);
        }
        return body;
    }

    /** As a draft's body; that it is a draft, where it is kept says. */
    String write(Object body) {
        ObjectNode written = json.valueToTree(body);
        written.remove("draft");
        return json.writeValueAsString(written);
    }

    <T> T read(Draft draft, Class<T> type) {
        return json.readValue(draft.body(), type);
    }

    /** @throws Problem 400 where the body holds what this type does not know */
    <T> T read(JsonNode body, Class<T> type) {
        if (!body.isObject()) {
            throw Problem.invalid("body", "Send an object, in braces.");
        }
        try {
            return json.treeToValue(body, type);
        } catch (JacksonException e) {
            String field = e.getPath().isEmpty()
                    ? "body"
                    : String.valueOf(e.getPath().getLast().getPropertyName());
            throw Problem.invalid(field, "This field is not known here, or its value is not of its kind.");
        }
    }
}
