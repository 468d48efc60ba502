package org.waymark.faults;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What nobody would send: JSON that was right until it was bent here and there, and bytes that never were. */
final class Garbled {

    private static final JsonMapper JSON = new JsonMapper();

    /** Placed as they are in the text, for they are more than any tree would hold. */
    private static final List<String> ODD_TEXTS = List.of(
            "1e400",
            "-1e-999999999",
            "1E2147483648",
            "9".repeat(90),
            "9".repeat(5_000),
            "-0",
            "NaN",
            "0x10",
            "[".repeat(2_000),
            "{\"a\":".repeat(100) + "1" + "}".repeat(100),
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"" + "x".repeat(30_000) + "\"");

    private static final List<Object> ODD = List.of(
            "",
            " ",
            "null",
            "2026-02-30",
            "9999-12-31",
            "-999999999-01-01",
            "+999999999-12-31",
            "0000-00-00",
            "8d0c8e6a-0000-5000-8000-000000000000",
            "../../etc/passwd",
            "' OR 1=1 --",
            "{\"$gt\": \"\"}",
            "${jndi:ldap://127.0.0.1/a}",
            "<script>alert(1)</script>",
            "\u202e\u0000\uffff",
            "\ud83d\ude00".repeat(300),
            -1,
            0,
            Integer.MAX_VALUE,
            Long.MIN_VALUE,
            1e300,
            true,
            List.of(),
            Map.of(),
            Map.of("$where", "1"),
            List.of(List.of(List.of())));

    private static final List<String> WORDS = List.of(
            "0",
            "1",
            "50",
            "200",
            "true",
            "SLV",
            "013",
            "8.7",
            "2026-01-01",
            "2026-11-22",
            "2030-12-31",
            "country",
            "submitted",
            "off-track",
            "overdue",
            "partner",
            "title",
            "month",
            "kept",
            "raised",
            "MA",
            "1~1~1");

    private final Random random;

    Garbled(Random random) {
        this.random = random;
    }

    String json(String valid) {
        Object bent = JSON.readValue(valid, Object.class);
        int bends = Math.max(0, random.nextInt(5) - 1);
        for (int i = 0; i < bends; i++) {
            bent = bend(bent);
        }
        String text = JSON.writeValueAsString(bent);
        return switch (random.nextInt(20)) {
            case 0 -> text.substring(0, random.nextInt(text.length()));
            case 1 -> struck(text);
            case 2 -> text.replaceFirst("(?<=:)[^,\\[\\]{}]+", pick(ODD_TEXTS).replace("\\", "\\\\"));
            case 3 -> text + text;
            default -> text;
        };
    }

    /** A body in place of one that is right: JSON is bent, of anything else bytes are lost, struck or doubled. */
    byte[] body(String valid) {
        boolean isJson = valid.startsWith("{") || valid.startsWith("[");
        byte[] bytes = (isJson ? json(valid) : text(valid)).getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(20) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) (128 + random.nextInt(128)); // hardly ever UTF-8
        }
        return bytes;
    }

    private String text(String valid) {
        int at = random.nextInt(valid.length());
        return switch (random.nextInt(8)) {
            case 0 -> valid.substring(0, at);
            case 1 -> struck(valid);
            case 2 -> valid.substring(0, at) + text() + valid.substring(at);
            case 3 -> valid + valid;
            default -> valid;
        };
    }

    /** As somebody may put it into a query: a word that may mean something there, or none. */
    String word() {
        return random.nextBoolean() ? pick(WORDS) : text();
    }

    byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(2_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    String text() {
        return String.valueOf(pick(ODD));
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String struck(String text) {
        char[] characters = text.toCharArray();
        characters[random.nextInt(characters.length)] = (char) random.nextInt(0xd800);
        return new String(characters);
    }

    private @Nullable Object bend(@Nullable Object node) {
        if (node instanceof Map<?, ?> map && !map.isEmpty() && random.nextInt(5) > 0) {
            Map<Object, @Nullable Object> bent = new LinkedHashMap<>(map);
            Object key = pick(new ArrayList<>(bent.keySet()));
            switch (random.nextInt(8)) {
                case 0 -> bent.remove(key);
                case 1 -> bent.put(text(), odd());
                case 2 -> bent.put(key, null);
                default -> bent.put(key, bend(bent.get(key)));
            }
            return bent;
        }
        if (node instanceof List<?> list && !list.isEmpty() && random.nextInt(5) > 0) {
            List<@Nullable Object> bent = new ArrayList<>(list);
            int at = random.nextInt(bent.size());
            switch (random.nextInt(6)) {
                case 0 -> bent.remove(at);
                case 1 -> bent.addAll(list);
                default -> bent.set(at, bend(bent.get(at)));
            }
            return bent;
        }
        return odd();
    }

    private @Nullable Object odd() {
        return random.nextInt(20) == 0 ? null : pick(ODD);
    }

    /** As header values travel. */
    byte[] oddBytes() {
        return random.nextBoolean() ? bytes() : text().getBytes(StandardCharsets.UTF_8);
    }
}
