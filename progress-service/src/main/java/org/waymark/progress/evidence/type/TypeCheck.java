package org.waymark.progress.evidence.type;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.waymark.edge.Problem;

/**
 * Follows one file from its first bytes to its last.
 *
 * <p>Use: {@link #of} with the first bytes, {@link #accept} with all of them in order (the first ones included), {@link
 * #finish} at the end.
 */
public sealed interface TypeCheck permits SignedCheck, TextCheck, ArchiveCheck {

    /** As many first bytes as {@link #of} wants to see, unless the file is shorter. */
    int HEAD = 1024;

    /** @throws Problem 415 where the first bytes already tell that it is nothing that is taken */
    static TypeCheck of(byte[] head) {
        Optional<FileType> signed = Signature.find(head);
        if (signed.isPresent()) {
            return new SignedCheck(signed.get());
        }
        return ArchiveCheck.isArchive(head) ? new ArchiveCheck(head) : new TextCheck();
    }

    /** @throws Problem 415 as soon as the file shows itself to be nothing that is taken */
    void accept(byte[] bytes, int offset, int length);

    /** The kind by content alone, but that only its name tells a table from other text. */
    FileType kind(String name);

    /**
     * @param contentType as claimed by the sender, null where it claims nothing
     * @throws Problem 415 where the file is nothing that is taken, 400 where its name or the claim contradicts it
     */
    default FileType finish(String name, @Nullable String contentType) {
        FileType kind = kind(name);
        kind.require(name, contentType);
        return kind;
    }

    static Problem notTaken(String why) {
        return Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "file-type", why + " " + FileType.TAKEN);
    }

    static boolean holds(byte[] bytes, int at, String expected) {
        byte[] wanted = expected.getBytes(StandardCharsets.ISO_8859_1);
        return at + wanted.length <= bytes.length
                && java.util.Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
