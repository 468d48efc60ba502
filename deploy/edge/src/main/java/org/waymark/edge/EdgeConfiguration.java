package org.waymark.edge;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The beans of the edge. All of it holds for every service, so nothing here is conditional. */
@AutoConfiguration
@EnableConfigurationProperties(EdgeProperties.class)
class EdgeConfiguration {

    /** No inline script, no style but one's own, in nobody's frame. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    SecurityDefaults securityDefaults(ProblemWriter problems, EdgeProperties properties) {
        return new SecurityDefaults(
                problems,
                new RateLimit(properties.limits(), problems),
                new IssuerClaims(properties.security().claims()));
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
    WebMvcConfigurer daysOfQueries() {
        return new WebMvcConfigurer() {
            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addParser(new DayParser());
            }
        };
    }

    /** Outermost: what is refused before the security chain, or answered in another one, has these headers too. */
    @Bean
    FilterRegistrationBean<HeaderWriterFilter> answerHeadersFilter() {
        FilterRegistrationBean<HeaderWriterFilter> filter = new FilterRegistrationBean<>(new HeaderWriterFilter(List.of(
                new ContentSecurityPolicyHeaderWriter(CONTENT_SECURITY_POLICY),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN),
                new XContentTypeOptionsHeaderWriter(),
                new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY))));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
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
