package org.waymark.progress.commitments.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What came of sixty commands that may be asked of a commitment, by a seed. */
public record RandomHistory(List<Recorded> events) {

    private static final int COMMANDS = 60;

    /**
     * One thing that was recorded, when, and how the commitment stood then.
     *
     * @param lastOfItsCommand whether the state after it was ever stored
     */
    public record Recorded(CommitmentEvent event, Instant at, Commitment after, boolean lastOfItsCommand) {}

    public static RandomHistory of(long seed) {
        Random random = new Random(seed);
        RandomCommands commands = new RandomCommands(random);
        Instant now = CommitmentFixture.START.atStartOfDay(ZoneOffset.UTC).toInstant();
        CommitmentEvent first = commands.aCommitmentToBegin().event();
        Commitment standing = Folding.after(null, first, now, HealthRules.DEFAULT);
        List<Recorded> history = new ArrayList<>(List.of(new Recorded(first, now, standing, true)));
        for (int i = 0; i < COMMANDS; i++) {
            now = now.plusSeconds(random.nextInt(10 * 86_400));
            List<CommitmentEvent> events = decide(standing, commands.next(standing, now), now);
            for (int at = 0; at < events.size(); at++) {
                standing = Folding.after(standing, events.get(at), now, HealthRules.DEFAULT);
                history.add(new Recorded(events.get(at), now, standing, at == events.size() - 1));
            }
        }
        return new RandomHistory(history);
    }

    private static List<CommitmentEvent> decide(Commitment standing, CommitmentCommand command, Instant now) {
        try {
            return Deciding.decide(standing, command, now, HealthRules.DEFAULT);
        } catch (Refusal refusal) {
            return List.of();
        }
    }
}
