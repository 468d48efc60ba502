package org.waymark.faults.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Takes the place of the service's clock bean: the machine's time, and as much ahead of it as the harness says. */
public final class SteeredClock extends Clock implements ApplicationContextInitializer<GenericApplicationContext> {

    private static volatile Duration ahead = Duration.ZERO;

    /** Forward only, as time is. */
    static void moveTo(Duration later) {
        if (later.compareTo(ahead) < 0) {
            throw new IllegalArgumentException("time does not go back from " + ahead + " to " + later);
        }
        ahead = later;
    }

    @Override
    public void initialize(GenericApplicationContext context) {
        context.registerBean("steeredClock", Clock.class, () -> this, bean -> bean.setPrimary(true));
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        if (zone.equals(ZoneOffset.UTC)) {
            return this;
        }
        throw new UnsupportedOperationException("the services count in UTC");
    }
}
