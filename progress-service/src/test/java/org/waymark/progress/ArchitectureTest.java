package org.waymark.progress;

import org.junit.jupiter.api.Test;
import org.waymark.testing.ArchitectureRules;

class ArchitectureTest {

    @Test
    void the_rooms_of_this_service_keep_their_fences() {
        ArchitectureRules.check("org.waymark.progress");
    }
}
