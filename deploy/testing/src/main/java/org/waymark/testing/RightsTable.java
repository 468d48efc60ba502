package org.waymark.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who gets what answer: a table with a line for each endpoint and a column for each caller, written down once and
 * compared with what a running service answers.
 *
 * <p>The first line names the callers. A cell has a sign for the caller's own thing, one for somebody else's and one for
 * an absent one; a single sign where the path names nobody's. {@code +} is allowed (whatever may be wrong with the
 * request besides), {@code 1} 401, {@code 3} 403, {@code 4} 404, {@code -} 405, {@code ?} another answer to a HEAD than to
 * the GET. What stands after {@code <-} is sent as the body; after {@code <=} too, and for whatever version stands, so that
 * the request has its effect.
 */
public final class RightsTable {

    /** Whose the thing is that a path names. */
    public enum Whose {
        OWN,
        ANOTHERS,
        ABSENT
    }

    /** Puts ids in the place of a path's parameters. */
    public interface Paths {
        String filled(String path, String caller, Whose whose);
    }

    record Line(
            String endpoint, List<String> cells, @Nullable String body, boolean anyVersion) {

        boolean isOfSomebody() {
            return cells.getFirst().length() == Whose.values().length;
        }

        String text(List<String> callers, List<String> answers) {
            StringBuilder text = new StringBuilder("%-72s".formatted(endpoint));
            for (int i = 0; i < callers.size(); i++) {
                text.append(String.format(" %-" + callers.get(i).length() + "s", answers.get(i)));
            }
            return text.toString().stripTrailing();
        }
    }

    private final List<String> callers;
    private final List<Line> lines;

    private RightsTable(List<String> callers, List<Line> lines) {
        this.callers = callers;
        this.lines = lines;
    }

    /** @param resource on the class path; lines that start with # say why */
    public static RightsTable read(String resource) {
        try (InputStream in = Objects.requireNonNull(RightsTable.class.getResourceAsStream(resource), resource)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            List<String> callers = List.of(lines.getFirst().strip().split("\\s+"));
            return new RightsTable(
                    callers,
                    lines.stream().skip(1).map(line -> line(line, callers)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String text, List<String> callers) {
        String[] halves = text.split("<[-=] ", 2);
        List<String> words = List.of(halves[0].strip().split("\\s+"));
        if (words.size() != callers.size() + 2) {
            throw new IllegalArgumentException("A method, a path and %d cells: %s".formatted(callers.size(), text));
        }
        return new Line(
                words.get(0) + " " + words.get(1),
                words.subList(2, words.size()),
                halves.length > 1 ? halves[1].strip() : null,
                text.contains("<= "));
    }

    public List<String> callers() {
        return callers;
    }

    public SortedSet<String> endpoints() {
        return lines.stream().map(Line::endpoint).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Asks for all of it and prints what was answered as the table it should be.
     *
     * @param tokens by caller; the empty one is not sent
     * @return each answer that is another than the table's
     */
    public List<String> differences(String base, Map<String, String> tokens, Paths paths) {
        if (!tokens.keySet().containsAll(callers)) {
            throw new IllegalArgumentException("Tokens of %s for %s".formatted(tokens.keySet(), callers));
        }
        RightsAsker asker = new RightsAsker(base, new TreeMap<>(tokens), paths);
        List<String> differences = new ArrayList<>();
        System.out.printf("%-72s %s%n", "", String.join(" ", callers));
        for (Line line : lines) {
            List<String> answers =
                    callers.stream().map(caller -> asker.answers(line, caller)).toList();
            System.out.println(line.text(callers, answers));
            for (int i = 0; i < callers.size(); i++) {
                if (!answers.get(i).equals(line.cells().get(i))) {
                    differences.add("%s as %s: %s instead of %s"
                            .formatted(
                                    line.endpoint(),
                                    callers.get(i),
                                    answers.get(i),
                                    line.cells().get(i)));
                }
            }
        }
        return differences;
    }
}
