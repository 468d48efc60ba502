package org.waymark.partner.signin;

import com.mongodb.client.MongoDatabase;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.waymark.partner.signin.Session.Stage;
import org.waymark.partner.store.GuardedRows;
import org.waymark.partner.store.Tokens;

/**
 * Sessions in the collection {@code sign_in_sessions}, so that every instance knows them. The cookie is named for the
 * service, since ports do not keep cookies apart; the store has only its hash. Each step of signing in is given a new one.
 */
final class Sessions {

    static final String COOKIE = "WAYMARK_PARTNER_SESSION";

    private static final Duration STEPS_TAKE = Duration.ofMinutes(15);
    private static final Duration LASTS = Duration.ofHours(8);

    private final GuardedRows rows;
    private final Clock clock;
    private final boolean secure;

    /** @param secure whether people come by https */
    Sessions(MongoDatabase database, Clock clock, boolean secure) {
        this.rows = new GuardedRows("session", "sign_in_sessions", database).indexed("person");
        this.clock = clock;
        this.secure = secure;
    }

    Optional<Session> of(HttpServletRequest request) {
        return token(request)
                .flatMap(token -> rows.find(hash(token)))
                .filter(row -> row.getDate("expiresAt").toInstant().isAfter(clock.instant()))
                .map(Sessions::read);
    }

    /** Takes the place of the one before it, whose cookie is worth nothing from then on. */
    void begin(
            HttpServletResponse response,
            @Nullable Session before,
            String person,
            Stage stage,
            @Nullable String organization,
            String goOn) {
        Instant now = clock.instant();
        if (before != null) {
            rows.delete(before.id());
        }
        rows.deleteWhere(new Document("expiresAt", new Document("$lt", Date.from(now))));
        String token = Tokens.random();
        Instant since = before == null ? now : before.since();
        Document row = new Document("_id", hash(token))
                .append("person", person)
                .append("stage", stage.name())
                .append("goOn", goOn)
                .append("since", Date.from(since.truncatedTo(ChronoUnit.SECONDS)))
                .append("expiresAt", Date.from(now.plus(stage == Stage.DONE ? LASTS : STEPS_TAKE)));
        rows.insert(organization == null ? row : row.append("organization", organization));
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(token, LASTS));
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        token(request).ifPresent(token -> rows.delete(hash(token)));
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO));
    }

    /** Wherever that person is signed in. */
    void endAllOf(String person) {
        rows.deleteWhere(new Document("person", person));
    }

    private String cookie(String value, Duration age) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build()
                .toString();
    }

    private static Optional<String> token(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private static String hash(String token) {
        return Tokens.hash("session", token);
    }

    private static Session read(Document row) {
        return new Session(
                row.getString("_id"),
                row.getString("person"),
                Stage.valueOf(row.getString("stage")),
                row.getString("organization"),
                row.getString("goOn"),
                row.getDate("since").toInstant());
    }
}
