package org.waymark.faults.within;

import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.Set;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.AggregateStore.Command;

/** What {@code Doctored} writes into the platform's methods; each is copied there, and calls a step. */
@SuppressWarnings({"UnusedVariable", "FinalParameters", "ParameterReassignment"}) // assigned for the copy's sake
public final class Advices {

    private Advices() {}

    /** Of {@code GuardedBulk.replace}. */
    public static final class Replace {

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean before(
                @Advice.Argument(0) MongoCollection<Document> collection,
                @Advice.Argument(1) List<Document> documents) {
            return StoreSteps.replacing(collection, documents);
        }

        @Advice.OnMethodExit
        static void after(
                @Advice.Argument(0) MongoCollection<Document> collection,
                @Advice.Argument(1) List<Document> documents,
                @Advice.Enter boolean done,
                @Advice.Return(readOnly = false) Set<String> lost) {
            lost = StoreSteps.replaced(collection, documents, lost, done);
        }
    }

    /** Of {@code GuardedBulk.put}. */
    public static final class Put {

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean before(
                @Advice.Argument(0) MongoCollection<Document> collection, @Advice.Argument(1) List<Document> rows) {
            return StoreSteps.putting(collection, rows);
        }

        @Advice.OnMethodExit
        static void after(
                @Advice.Argument(0) MongoCollection<Document> collection, @Advice.Argument(1) List<Document> rows) {
            StoreSteps.put(collection, rows);
        }
    }

    /** Of {@code CommandGroup.decideAll}. */
    public static final class DecideAll {

        @Advice.OnMethodExit
        static void after(@Advice.FieldValue("answers") List<Runnable> answers) {
            CommitSteps.decided(answers);
        }
    }

    /** Of {@code CommandGroup.answerAll}. */
    public static final class AnswerAll {

        @Advice.OnMethodEnter
        static void before(@Advice.FieldValue("answers") List<Runnable> answers) {
            CommitSteps.answering(answers);
        }

        @Advice.OnMethodExit
        static void after(@Advice.FieldValue("answers") List<Runnable> answers) {
            CommitSteps.answered(answers);
        }
    }

    /** Of {@code CommandKeys.find}. */
    public static final class FindKey {

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean before() {
            return Bug.DEDUPLICATION_OFF.isOn();
        }
    }

    /** Of {@code AggregateStore.sweep}. */
    public static final class Sweep {

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean before() {
            return Bug.SWEEP_OFF.isOn();
        }
    }

    /** Of {@code AggregateStore.submit}. */
    public static final class Submit {

        @Advice.OnMethodEnter
        static void before(@Advice.Argument(value = 0, readOnly = false) Command command) {
            command = CommitSteps.submitted(command);
        }
    }

    /** Of {@code Relay.acknowledged}. */
    public static final class Acknowledged {

        @Advice.OnMethodExit
        static void after(@Advice.This Object relay, @Advice.Return(readOnly = false) long sequence) {
            sequence = CommitSteps.acknowledged(relay, sequence);
        }
    }

    /** Of {@code Image.write}. */
    public static final class WriteImage {

        @Advice.OnMethodExit
        static void after(@Advice.FieldValue("id") String id, @Advice.FieldValue("outbox") List<?> outbox) {
            CommitSteps.imageMade(id, outbox);
        }
    }

    /** Of {@code Relay.answered}. */
    public static final class Answered {

        @Advice.OnMethodEnter
        static void before(@Advice.Argument(value = 2, readOnly = false) @Nullable Throwable failure) {
            failure = RelaySteps.answered(failure);
        }

        @Advice.OnMethodExit
        static void after(@Advice.Argument(2) @Nullable Throwable failure) {
            RelaySteps.heard(failure);
        }
    }

    /** Of {@code Lane.fail}. */
    public static final class Fail {

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean before(
                @Advice.This Object lane,
                @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object sending) {
            if (!Bug.FAILED_SEND_LAST.isOn()) {
                return false;
            }
            RelaySteps.failOne(lane, sending);
            return true;
        }

        @Advice.OnMethodExit
        static void after(@Advice.Enter boolean skipped, @Advice.Return(readOnly = false) boolean retry) {
            retry = skipped || retry;
        }
    }

    /** Of {@code Feed.consume}. */
    public static final class Consume {

        @Advice.OnMethodEnter
        static void before(
                @Advice.Argument(0) List<ConsumerRecord<?, ?>> records,
                @Advice.FieldValue("positions") MongoCollection<Document> positions) {
            FeedSteps.consuming(records, positions);
        }

        @Advice.OnMethodExit
        static void after() {
            FeedSteps.consumed();
        }
    }

    /** Of {@code Feed.store}. */
    public static final class StoreViews {

        @Advice.OnMethodExit
        static void after() {
            FeedSteps.viewsWritten();
        }
    }

    /** Of {@code FeedView.accept}. */
    public static final class Accept {

        @Advice.OnMethodEnter
        static void before(
                @Advice.Argument(value = 0, typing = Assigner.Typing.DYNAMIC) Object arrival,
                @Advice.FieldValue(value = "sequence", readOnly = false) long sequence) {
            sequence = FeedSteps.standsAt(arrival, sequence);
        }
    }
}
