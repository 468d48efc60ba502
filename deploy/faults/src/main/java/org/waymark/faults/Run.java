package org.waymark.faults;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A cluster of two progress-services and a notification-service, on which one plan after the other is run: officers
 * post, a day passes, something goes wrong, what died is started again, and the checker looks.
 */
final class Run implements AutoCloseable {

    /** What came of a plan. {@code atPoint} is false where the point was not reached and the process was killed anyhow. */
    record Outcome(Plan plan, boolean atPoint, long acknowledged, Verdict verdict) {}

    private final Path folder;
    private final Cluster cluster;
    private final List<Client> boards;
    private final List<ServerProcess> progress;
    private final Client alerts;
    private final ServerProcess notification;
    private final Topic topic;
    private final Mishap mishap;
    private final LocalDate first = LocalDate.now(ZoneOffset.UTC);

    Run(Path folder, Jvm jvm) {
        this.folder = folder;
        cluster = new Cluster(folder, jvm);
        cluster.rehearse("progress", Cluster.PROGRESS);
        cluster.rehearse("notification", Cluster.NOTIFICATION);
        boards = List.of(
                new Client(Cluster.freePort(), Identity.secretariat()),
                new Client(Cluster.freePort(), Identity.secretariat()));
        alerts = new Client(Cluster.freePort(), Identity.secretariat());
        progress = List.of(
                cluster.service(
                        "progress-1", Cluster.PROGRESS, boards.getFirst().port()),
                cluster.service("progress-2", Cluster.PROGRESS, boards.getLast().port()));
        notification = cluster.service("notification-1", Cluster.NOTIFICATION, alerts.port());
        topic = new Topic(cluster.bootstrapServers());
        mishap = new Mishap(cluster, progress, notification, new Network(cluster, services()));
        awaitReady();
    }

    private List<ServerProcess> services() {
        return List.of(progress.getFirst(), progress.getLast(), notification);
    }

    private void awaitReady() {
        boards.forEach(Cluster::awaitReady);
        Cluster.awaitReady(alerts);
    }

    /** The officers of one plan, what they were told, and who compares. */
    private record Story(Officers officers, History history, Checker checker, Client board) {}

    Outcome run(Plan plan, Duration patience) {
        awaitReady();
        plant(plan);
        Random random = plan.random();
        Story story = story(plan, random);
        story.officers().promise(plan.commitments(), random);
        boolean atPoint = mishap.happen(plan, story.officers(), random);
        Cluster.awaitReady(alerts);
        Verdict verdict = story.checker().check(patience);
        new Hole(plan, cluster.bootstrapServers(), topic, story.history()).check(story.board(), patience, verdict);
        services().forEach(service -> service.order("bugs", ""));
        if (!verdict.isClean()) {
            story.history().write(folder.resolve("history-" + plan.seed() + ".txt"));
        }
        return new Outcome(plan, atPoint, story.history().acknowledged(), verdict);
    }

    /** A load in which nothing goes wrong; the checker may look at it again later. */
    Checker load(Plan plan) {
        Random random = plan.random();
        Story story = story(plan, random);
        story.officers().promise(plan.commitments(), random);
        mishap.happen(plan, story.officers(), random);
        return story.checker();
    }

    /** Asks the one of the two that does not die. */
    private Story story(Plan plan, Random random) {
        String partner = new UUID(random.nextLong(), random.nextLong()).toString();
        List<Client> doors = (plan.oneDoor() ? List.of(boards.get(plan.victim())) : boards)
                .stream()
                        .map(board -> new Client(board.port(), Identity.officer(partner)))
                        .toList();
        History history = new History();
        LocalDate today = LocalDate.ofInstant(Instant.now().plus(cluster.ahead()), ZoneOffset.UTC);
        Client board = boards.get(1 - plan.victim());
        Checker checker = new Checker(board, alerts, topic, partner, history, true);
        return new Story(new Officers(doors, history, today), history, checker, board);
    }

    /** The services stop as an operator stops them, and start again afterwards. */
    void whileStopped(Consumer<Cluster> work) {
        services().forEach(ServerProcess::stop);
        work.accept(cluster);
        services().forEach(ServerProcess::startAgain);
        awaitReady();
    }

    Watches watches() {
        return new Watches(cluster, alerts);
    }

    Away away(PrintStream out) {
        return new Away(cluster, boards, alerts, topic, out);
    }

    Rebuilding rebuilding(PrintStream out) {
        return new Rebuilding(cluster, boards, alerts, topic, out);
    }

    /** Where no bug was planted and nothing but the services has written on the topic. */
    Proof proof(PrintStream out) {
        awaitReady();
        return new Proof(
                cluster, boards.getFirst(), notification, alerts, first, folder.resolve("board-saved.json"), out);
    }

    Streams streams(PrintStream out) {
        awaitReady();
        return new Streams(boards, out);
    }

    RightsAway rightsAway() {
        awaitReady();
        return new RightsAway(cluster, boards.getFirst().port(), alerts.port());
    }

    /** After which neither a proof nor a plan would find a clean topic. */
    Fuzz fuzz(PrintStream out) {
        awaitReady();
        return new Fuzz(cluster, boards.getFirst(), alerts, out);
    }

    private void plant(Plan plan) {
        String bugs = plan.bugs().stream().map(Enum::name).collect(Collectors.joining(" "));
        services().forEach(service -> service.order("bugs", bugs));
    }

    @Override
    public void close() {
        topic.close();
        cluster.close();
    }
}
