package org.waymark.edge;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/** The beans of the edge. All of it holds for every service, so nothing here is conditional. */
@AutoConfiguration
@EnableConfigurationProperties(EdgeProperties.class)
class EdgeConfiguration {

    @Bean
    SecurityDefaults securityDefaults(ProblemWriter problems, EdgeProperties properties) {
        return new SecurityDefaults(
                problems, new IssuerClaims(properties.security().claims()));
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    ProblemAdvice problemAdvice() {
        return new ProblemAdvice();
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimitFilter(EdgeProperties properties, ProblemWriter problems) {
        FilterRegistrationBean<BodyLimit> filter =
                new FilterRegistrationBean<>(new BodyLimit(properties.bodyLimit(), properties.bodyLimits(), problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    /** Innermost, so that what is answered is tagged before it is compressed or its headers are made up. */
    @Bean
    FilterRegistrationBean<ConditionalGet> conditionalGetFilter() {
        FilterRegistrationBean<ConditionalGet> filter = new FilterRegistrationBean<>(new ConditionalGet());
        filter.setOrder(Ordered.LOWEST_PRECEDENCE);
        return filter;
    }
}
