package org.waymark.progress.evidence;

import java.text.Normalizer;
import java.util.Set;
import org.waymark.edge.Problem;

/** What a file is called where it is saved: a name alone, without a folder, that shows as what it is. */
record FileName(String value) {

    private static final int LONGEST = 150;
    private static final String FORBIDDEN = "/\\:*?\"<>|";
    private static final Set<Byte> TURNING = Set.of(
            Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
            Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
            Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
            Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
            Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
            Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE);

    /** @throws Problem 400 for a name that some system would refuse or misread */
    FileName {
        value = Normalizer.normalize(value, Normalizer.Form.NFC).strip();
        if (value.isEmpty() || value.length() > LONGEST || value.startsWith(".")) {
            throw Problem.invalid(
                    "name", "Give the file a name of 1 to " + LONGEST + " characters, not beginning with a dot.");
        }
        if (value.codePoints().anyMatch(FileName::misleads)) {
            throw Problem.invalid(
                    "name", "No folder, no control character and none of " + FORBIDDEN + " in a file's name.");
        }
    }

    /** What turns the direction of writing makes {@code fdp.exe} show as {@code exe.pdf}. */
    private static boolean misleads(int character) {
        int type = Character.getType(character);
        return FORBIDDEN.indexOf(character) >= 0
                || TURNING.contains(Character.getDirectionality(character))
                || type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED;
    }

    boolean isAscii() {
        return value.chars().allMatch(character -> character < 128);
    }
}
