package org.waymark.progress.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.platform.Uuids;
import org.waymark.progress.directory.Directory;
import org.waymark.progress.evidence.Contents.Leftover;
import org.waymark.progress.evidence.Intake.Received;

/** Takes files in. */
@Service
class EvidenceService {

    private static final Logger log = LoggerFactory.getLogger(EvidenceService.class);

    /** Far below the time after which the sweep takes unfinished bytes away. */
    private static final Duration LONGEST_UPLOAD = Duration.ofHours(1);

    private final Entries entries;
    private final Contents contents;
    private final Directory directory;
    private final Clock clock;

    EvidenceService(Entries entries, Contents contents, Directory directory, Clock clock) {
        this.entries = entries;
        this.contents = contents;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Stores a file of the caller's organization; returns once it is durable.
     *
     * @throws Problem where it is not taken; nothing of it is left then
     * @throws IOException where the sender breaks off; nothing of it is left then
     */
    EvidenceFile upload(Caller caller, Upload upload, InputStream body) throws IOException {
        String organization = caller.requireOrganization();
        if (directory.isShutOut(organization)) {
            throw Problem.forbidden(
                    "Your organization's participation is suspended or has ended; ask the secretariat.");
        }
        String key = Objects.requireNonNullElseGet(
                upload.idempotencyKey(), () -> UUID.randomUUID().toString());
        String id = Uuids.of(organization, "evidence", key).toString();
        Leftover bytes = new Leftover(UUID.randomUUID().toString(), id, clock.instant());
        contents.note(bytes);
        Received received = receive(bytes, upload, body);
        EvidenceFile file = new EvidenceFile(
                id,
                organization,
                upload.name().value(),
                received.type().mediaType(),
                received.size(),
                received.sha256(),
                upload.visibility());
        return store(file, bytes);
    }

    private Received receive(Leftover bytes, Upload upload, InputStream body) throws IOException {
        boolean whole = false;
        OutputStream out = contents.write(bytes.content(), upload.name().value());
        try {
            Received received = new Intake(upload).run(body, out);
            requireInTime(bytes.since());
            out.close();
            whole = true;
            return received;
        } finally {
            if (!whole) {
                discard(bytes);
            }
        }
    }

    private void requireInTime(Instant begun) {
        if (clock.instant().isAfter(begun.plus(LONGEST_UPLOAD))) {
            throw Problem.of(HttpStatus.REQUEST_TIMEOUT, "upload-too-slow", "The upload took too long. Send it again.");
        }
    }

    /** Where it is unknown whether the entry was stored, the bytes stay: the sweep finds out whose they are. */
    private EvidenceFile store(EvidenceFile file, Leftover bytes) {
        if (entries.add(Entry.uploaded(file, bytes.content(), clock.instant()))) {
            contents.strike(bytes);
            return file;
        }
        discard(bytes);
        boolean same = entries.find(file.id())
                .filter(stands -> stands.file().equals(file))
                .isPresent();
        if (!same) {
            throw Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "key-reused",
                    "This Idempotency-Key was sent before with another file. Use a new one for a new file.");
        }
        return file;
    }

    /** What cannot be removed now is removed by the sweep; why it is discarded matters more to the sender. */
    private void discard(Leftover bytes) {
        try {
            contents.remove(bytes.content());
        } catch (RuntimeException e) {
            log.warn("discarded bytes left to the sweep: content={} cause={}", bytes.content(), e.toString());
        }
    }
}
