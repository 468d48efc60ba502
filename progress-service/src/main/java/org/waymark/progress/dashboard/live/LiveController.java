package org.waymark.progress.dashboard.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /api/dashboard/stream}: server-sent events that name the commitments that changed. Each listener has a virtual
 * thread of its own that writes as fast as the listener reads; what changes meanwhile is conflated.
 */
@RestController
class LiveController implements SmartLifecycle {

    /** What a message says: fetch this card with {@code ?atLeast=sequence}. */
    record Told(String id, long sequence, @Nullable String traceparent) {}

    private final LiveBoard board;
    private final JsonMapper json;
    private volatile boolean running;

    LiveController(LiveBoard board, JsonMapper json) {
        this.board = board;
        this.json = json;
    }

    /** {@code after} is for a page's first connection, for which a browser sends no {@code Last-Event-ID}. */
    @GetMapping(path = "/api/dashboard/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        ShallowEtagHeaderFilter.disableContentCaching(request);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        String from = last == null ? after : last;
        Reader reader = board.join(position(from));
        try {
            OutputStream out = response.getOutputStream();
            write(out, greeting(from, reader.start()));
            for (Reader.Batch batch = reader.take(Reader.heartbeat()); !batch.closed(); ) {
                write(out, text(batch));
                batch = reader.take(Reader.heartbeat());
            }
        } finally {
            board.leave(reader);
        }
    }

    /** Null for a listener that names none; one that names what cannot be read has missed nobody knows what. */
    static @Nullable Positions position(@Nullable String last) {
        return last == null ? null : Positions.parse(last).orElse(Positions.NOWHERE);
    }

    /** A listener that is cut off before its first message comes back with the position it began at. */
    static String greeting(@Nullable String last, Positions start) {
        String id = last != null || start.equals(Positions.NOWHERE) ? "" : "id: " + start + "\n";
        return "retry: 2000\n" + id + ": listening\n\n";
    }

    /** The position stands with the last message of a batch only: until then a reader cut off must hear it all again. */
    private String text(Reader.Batch batch) {
        if (batch.resync()) {
            return "event: resync\nid: " + batch.position() + "\ndata: {}\n\n";
        }
        if (batch.changes().isEmpty()) {
            return ": still here\n\n";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < batch.changes().size(); i++) {
            LiveBoard.Change change = batch.changes().get(i);
            String data = json.writeValueAsString(new Told(change.id(), change.sequence(), change.traceparent()));
            text.append("event: commitment\n");
            if (i == batch.changes().size() - 1) {
                text.append("id: ").append(batch.position()).append('\n');
            }
            text.append("data: ").append(data).append("\n\n");
        }
        return text.toString();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server's graceful shutdown, which would wait for the listeners. */
    @Override
    public void stop() {
        running = false;
        board.closeAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
