package org.waymark.partner;

import org.junit.jupiter.api.Test;
import org.waymark.testing.ArchitectureRules;

class ArchitectureTest {

    @Test
    void keeps_the_fences_between_the_rooms() {
        ArchitectureRules.check("org.waymark.partner");
    }
}
