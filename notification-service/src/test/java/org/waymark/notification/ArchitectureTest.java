package org.waymark.notification;

import org.junit.jupiter.api.Test;
import org.waymark.testing.ArchitectureRules;

class ArchitectureTest {

    @Test
    void keeps_the_fences() {
        ArchitectureRules.check("org.waymark.notification");
    }
}
