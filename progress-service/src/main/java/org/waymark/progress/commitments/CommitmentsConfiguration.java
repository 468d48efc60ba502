package org.waymark.progress.commitments;

import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.waymark.progress.commitments.domain.HealthRules;

/** What can be set about commitments. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CommitmentsConfiguration.HealthProperties.class)
class CommitmentsConfiguration {

    /**
     * @param silentAfter without an update for so long a commitment is silent; whole days
     * @param paceTolerance how far an indicator may lie behind its linear pace, as a share of the whole way
     */
    @ConfigurationProperties("waymark.health")
    record HealthProperties(
            @DefaultValue("90d") Duration silentAfter,
            @DefaultValue("0.2") BigDecimal paceTolerance) {}

    @Bean
    HealthRules healthRules(HealthProperties properties) {
        return new HealthRules((int) properties.silentAfter().toDays(), properties.paceTolerance());
    }
}
