package org.waymark.partner.audit;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    /** Behind Spring Security's chain, which stands at -100. */
    private static final int BEHIND_SIGN_IN = 0;

    @Bean
    AuditTrail auditTrail(MongoDatabase database, Clock clock) {
        return new AuditTrail(database, clock);
    }

    @Bean
    FilterRegistrationBean<AuditFilter> auditFilter(AuditTrail trail) {
        FilterRegistrationBean<AuditFilter> filter = new FilterRegistrationBean<>(new AuditFilter(trail));
        filter.setOrder(BEHIND_SIGN_IN);
        return filter;
    }
}
