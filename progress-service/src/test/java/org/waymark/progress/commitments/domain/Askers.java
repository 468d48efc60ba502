package org.waymark.progress.commitments.domain;

import static org.waymark.progress.commitments.domain.CommitmentFixture.IOM;
import static org.waymark.progress.commitments.domain.CommitmentFixture.STRANGER;
import static org.waymark.progress.commitments.domain.CommitmentFixture.UNICEF;

import java.util.Set;

/** On whose behalf tests ask for something of the commitment that IOM leads and UNICEF supports. */
public final class Askers {

    public static final PartnerId ILO = new PartnerId("4c794a2f-4d2f-5f44-9d76-3a7c9f4e5d04");

    static final Asker LEAD = Asker.partner(IOM);
    static final Asker SUPPORTER = Asker.partner(UNICEF);
    static final Asker STRANGE = Asker.partner(STRANGER);

    /** Has no other part in it. */
    static final Asker CO_CHAIR = new Asker(ILO, Set.of(GroupId.DEFAULT));

    static final Asker CO_CHAIR_ELSEWHERE = new Asker(ILO, Set.of(new GroupId("elsewhere")));

    /** The lead partner, which co-chairs the group too. */
    static final Asker LEADING_CO_CHAIR = new Asker(IOM, Set.of(GroupId.DEFAULT));

    private Askers() {}
}
