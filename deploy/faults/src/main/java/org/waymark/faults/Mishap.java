package org.waymark.faults;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.waymark.faults.Fault.Kill;
import org.waymark.faults.Fault.Service;
import org.waymark.faults.Fault.Trouble;

/** Lets a plan's fault happen while officers post and a day passes, and repairs what broke. */
record Mishap(Cluster cluster, List<ServerProcess> progress, ServerProcess notification, Network network) {

    private static final Duration TO_DIE = Duration.ofSeconds(20);
    private static final Duration TROUBLE = Duration.ofSeconds(2);
    private static final int MORE_POSTS = 8;

    /** Returns whether the plan came to its point; the process is killed even where it did not. */
    boolean happen(Plan plan, Officers officers, Random random) {
        CompletableFuture<Void> posting = CompletableFuture.runAsync(() -> officers.post(Plan.POSTS, random));
        await(() -> officers.answered() >= plan.moment() || posting.isDone());
        cluster.later(Duration.ofDays(1));
        boolean atPoint = switch (plan.fault()) {
            case Kill kill -> kill(kill, plan, officers, posting);
            case Trouble trouble -> trouble(trouble);
        };
        posting.join();
        return atPoint;
    }

    private boolean kill(Kill kill, Plan plan, Officers officers, CompletableFuture<Void> posting) {
        ServerProcess victim = kill.service() == Service.PROGRESS ? progress.get(plan.victim()) : notification;
        victim.tell("kill " + kill.point() + " " + plan.passage());
        boolean lasting = plan.accompanied() == Trouble.BROKER_UNREACHABLE;
        if (lasting) {
            network.begin(plan.accompanied());
        }
        CompletableFuture<Boolean> passing =
                CompletableFuture.supplyAsync(() -> !lasting && trouble(plan.accompanied()));
        boolean atPoint = dies(victim, officers, posting, new Random(plan.seed()));
        if (!atPoint) {
            victim.kill();
        }
        passing.join();
        network.end(plan.accompanied());
        victim.startAgain();
        return atPoint;
    }

    private boolean trouble(Trouble trouble) {
        if (trouble != Trouble.NOTHING) {
            network.begin(trouble);
            LockSupport.parkNanos(TROUBLE.toNanos()); // it lasts this long; nothing is waited for
            network.end(trouble);
        }
        return true;
    }

    /** While the officers post, and more of them where the point is not reached. */
    private static boolean dies(
            ServerProcess victim, Officers officers, CompletableFuture<Void> posting, Random random) {
        long deadline = System.nanoTime() + TO_DIE.toNanos();
        while (System.nanoTime() < deadline) {
            if (victim.endsWithin(Duration.ofMillis(500))) {
                return true;
            }
            if (posting.isDone()) {
                officers.post(MORE_POSTS, random);
            }
        }
        return false;
    }

    private static void await(BooleanSupplier done) {
        while (!done.getAsBoolean()) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
