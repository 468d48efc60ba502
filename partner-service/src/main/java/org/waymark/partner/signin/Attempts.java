package org.waymark.partner.signin;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.partner.store.GuardedRows;
import org.waymark.partner.store.Tokens;

/**
 * Slows guessing down, per account and per address, over all instances: beyond a few failures each doubles the wait. An
 * attempt is counted before it is looked at, so that many at once are no way round it; success is
 * not counted. Nobody is locked out for good, and a name nobody has waits alike.
 */
final class Attempts {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int FREE_PER_ACCOUNT = 5;

    /** A whole office may share an address. */
    private static final int FREE_PER_ADDRESS = 50;

    private final GuardedRows rows;
    private final Clock clock;

    Attempts(MongoDatabase database, Clock clock) {
        this.rows = new GuardedRows("attempt", "sign_in_attempts", database);
        this.clock = clock;
    }

    /** Returns how long to wait before the next one; zero where this one counts. */
    Duration begin(String account, String address) {
        Duration ofAddress = begin(key("address", address), FREE_PER_ADDRESS);
        return ofAddress.isZero() ? begin(key("account", account), FREE_PER_ACCOUNT) : ofAddress;
    }

    /** Whoever knows the password guesses nothing: the account starts anew, and the address is given the attempt back. */
    void succeeded(String account, String address) {
        forget(account);
        String key = key("address", address);
        if (rows.find(key).isPresent()) {
            rows.change(key, row -> row.append("count", Math.max(0, row.getInteger("count", 0) - 1)));
        }
    }

    void forget(String account) {
        rows.delete(key("account", account));
    }

    private Duration begin(String key, int free) {
        Instant now = clock.instant();
        rows.deleteWhere(new Document("until", new Document("$lt", Date.from(now.minus(FORGOTTEN_AFTER)))));
        if (rows.insert(new Document("_id", key).append("count", 1).append("until", Date.from(now)))) {
            return Duration.ZERO;
        }
        Held held = new Held();
        rows.change(key, row -> {
            Instant until = row.getDate("until").toInstant();
            if (until.isAfter(now)) {
                held.until = until;
                return row;
            }
            held.until = null;
            int count = row.getInteger("count", 0) + 1;
            return row.append("count", count).append("until", Date.from(now.plus(delay(count, free))));
        });
        Instant until = held.until;
        return until == null ? Duration.ZERO : Duration.between(now, until).plusSeconds(1);
    }

    /** What the last look found. */
    private static final class Held {
        private @Nullable Instant until;
    }

    /** After the failure that is one too many half a minute, then one, two ... */
    static Duration delay(int count, int free) {
        if (count < free) {
            return Duration.ZERO;
        }
        Duration delay = FIRST.multipliedBy(1L << Math.min(count - free, 20));
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }

    private static String key(String kind, String of) {
        return Tokens.hash(kind, of);
    }
}
