package org.waymark.progress.dashboard.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * {@code /api/dashboard/stream}: server-sent events that name the commitments that changed. Each listener has a virtual
 * thread of its own that writes as fast as the listener reads, and what changes meanwhile is conflated. A listener that
 * does not read at all is cut off by the web server's time for a write.
 */
@RestController
class LiveController implements SmartLifecycle {

    /** What changes within so long after something was told is told together. */
    private static final Duration TICK = Duration.ofMillis(100);

    /** For how long a start that cannot reach the broker holds listeners back. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LiveBoard board;
    private final Streams streams;
    private volatile boolean running;

    LiveController(LiveBoard board, Streams streams) {
        this.board = board;
        this.streams = streams;
    }

    /** {@code after} is for a page's first connection, for which a browser sends no {@code Last-Event-ID}. */
    @GetMapping(path = "/api/dashboard/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        try (Streams.Place place = streams.take(request)) {
            ShallowEtagHeaderFilter.disableContentCaching(request);
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            if (!request.getMethod().equals("HEAD")) { // of which the end would never be noticed
                tell(last == null ? after : last, response.getOutputStream());
            }
        }
    }

    private void tell(@Nullable String from, OutputStream out) throws IOException, InterruptedException {
        board.awaitCaughtUp(PATIENCE);
        Reader reader = board.join(position(from));
        write(out, greeting(from, reader.start()));
        for (Reader.Batch batch = reader.take(Reader.heartbeat()); !batch.closed(); ) {
            write(out, text(batch));
            if (!batch.changes().isEmpty()) {
                Thread.sleep(TICK);
            }
            batch = reader.take(Reader.heartbeat());
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
    static String text(Reader.Batch batch) {
        if (batch.resync()) {
            return "event: resync\nid: " + batch.position() + "\ndata: {}\n\n";
        }
        if (batch.changes().isEmpty()) {
            return ": still here\n\n";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < batch.changes().size(); i++) {
            if (i == batch.changes().size() - 1) {
                text.append("id: ").append(batch.position()).append('\n');
            }
            text.append(batch.changes().get(i).message());
        }
        return text.toString();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void start() {
        board.open();
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
