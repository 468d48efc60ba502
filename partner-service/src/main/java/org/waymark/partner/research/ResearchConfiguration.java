package org.waymark.partner.research;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.partner.domain.Research;
import org.waymark.partner.partners.Partners;
import org.waymark.partner.store.Aggregates;
import org.waymark.platform.Platform;

@Configuration(proxyBeanMethods = false)
class ResearchConfiguration {

    @Bean
    ResearchAgenda researchQuestions(Platform platform, MongoDatabase database, Clock clock, Partners partners) {
        ResearchFormat format = new ResearchFormat(Research.Kind.QUESTION);
        return new ResearchAgenda(
                "research-questions",
                new Aggregates<>("research question", "research_questions", platform, database, format, clock),
                partners);
    }

    @Bean
    ResearchAgenda practices(Platform platform, MongoDatabase database, Clock clock, Partners partners) {
        ResearchFormat format = new ResearchFormat(Research.Kind.PRACTICE);
        return new ResearchAgenda(
                "practices", new Aggregates<>("practice", "practices", platform, database, format, clock), partners);
    }
}
