package org.waymark.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;

class TestServersTest {

    @Test
    void points_a_context_at_servers_that_answer() throws Exception {
        try (var context = new GenericApplicationContext()) {
            new TestServers.Initializer().initialize(context);
            new TestServers.Initializer().initialize(context);

            var environment = context.getEnvironment();
            assertThat(environment.getProperty("spring.mongodb.uri")).startsWith("mongodb");
            assertThat(environment.getProperty("waymark.security.jwk-set-uri")).startsWith(TestTokens.issuer());
            String bootstrap = environment.getRequiredProperty("spring.kafka.bootstrap-servers");
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
                assertThat(admin.listTopics().names().get())
                        .contains(
                                "waymark.partners",
                                "waymark.commitments.dlt",
                                "waymark.alerts.dlt",
                                "waymark.alerts.again");
            }
        }
    }

    @Test
    void another_database_keeps_the_place_to_sign_in() {
        assertThat(TestMongo.inDatabase("mongodb://h:1,i:2/?replicaSet=rs", "a"))
                .isEqualTo("mongodb://h:1,i:2/a?replicaSet=rs");
        assertThat(TestMongo.inDatabase("mongodb://h:1", "a")).isEqualTo("mongodb://h:1/a");
        assertThat(TestMongo.inDatabase("mongodb://u:p@h:1/x", "a")).isEqualTo("mongodb://u:p@h:1/a?authSource=x");
    }
}
