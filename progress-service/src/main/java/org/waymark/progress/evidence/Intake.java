package org.waymark.progress.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.HttpStatus;
import org.waymark.edge.Problem;
import org.waymark.progress.evidence.type.FileType;
import org.waymark.progress.evidence.type.TypeCheck;

/** Takes a file in as it streams past: stores it, sums it up, and looks what it is. */
final class Intake {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Upload upload;
    private final MessageDigest digest = sha256();
    private long size;

    /** What came in. */
    record Received(FileType type, long size, String sha256) {}

    Intake(Upload upload) {
        this.upload = upload;
    }

    /**
     * @throws Problem for a file that is not taken; {@code out} may then hold a part of it
     * @throws IOException where the sender breaks off
     */
    Received run(InputStream body, OutputStream out) throws IOException {
        byte[] head = body.readNBytes(TypeCheck.HEAD);
        if (head.length == 0) {
            throw Problem.invalid("body", "The file is empty.");
        }
        TypeCheck check = TypeCheck.of(head);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), body);
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = whole.read(buffer); read >= 0; read = whole.read(buffer)) {
            take(buffer, read, check, out);
        }
        FileType type = check.finish(upload.name().value(), upload.contentType());
        return new Received(type, size, HexFormat.of().formatHex(digest.digest()));
    }

    private void take(byte[] buffer, int read, TypeCheck check, OutputStream out) throws IOException {
        size += read;
        if (size > Contents.MOST_BYTES) {
            throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "The file is larger than can be kept.");
        }
        digest.update(buffer, 0, read);
        check.accept(buffer, 0, read);
        out.write(buffer, 0, read);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
