package org.waymark.faults.within;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.AggregateStore.Command;

/** The commit of a group of commands. */
public final class CommitSteps {

    private static final long A_MOMENT = 100_000_000;
    private static final ThreadLocal<@Nullable Object> relays = new ThreadLocal<>();

    private CommitSteps() {}

    public static void decided(List<Runnable> answers) {
        if (Bug.ANSWERED_BEFORE_WRITTEN.isOn()) {
            answers.forEach(Runnable::run);
        }
    }

    public static void answering(List<Runnable> answers) {
        if (!answers.isEmpty()) {
            Points.reached("answer.before");
        }
    }

    public static void answered(List<Runnable> answers) {
        if (!answers.isEmpty()) {
            Points.reached("answer.after");
        }
    }

    /** What a commit takes for acknowledged by Kafka. */
    public static long acknowledged(Object relay, long sequence) {
        relays.set(relay);
        return Bug.TAKE_OUT_TOO_SOON.isOn() ? Long.MAX_VALUE : sequence;
    }

    /** An image has been made ready to be written by this thread. */
    public static void imageMade(String id, List<?> outbox) {
        Object relay = relays.get();
        if (Bug.PUBLISHED_BEFORE_WRITTEN.isOn() && relay != null) {
            Insides.call(relay, "offer", id, outbox);
            LockSupport.parkNanos(A_MOMENT);
        }
    }

    /** An alert is raised by a command that has no key, since its id is one. */
    public static Command submitted(Command command) {
        if (Bug.ALERT_ID_RANDOM.isOn() && command.creates() && command.key() == null) {
            return new Command(
                    UUID.randomUUID().toString(), true, null, command.body(), command.decide(), command.traceparent());
        }
        return command;
    }
}
