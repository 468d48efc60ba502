package org.waymark.edge;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param bodyLimit largest request body
 * @param bodyLimits larger ones for exact paths
 * @param security what the trusted issuer's tokens look like
 */
@ConfigurationProperties("waymark")
record EdgeProperties(
        @DefaultValue("1MB") DataSize bodyLimit,
        @DefaultValue Map<String, DataSize> bodyLimits,
        @DefaultValue Security security) {

    record Security(@DefaultValue Claims claims) {}

    /**
     * Names of claims; one within another is named as {@code outer.inner}.
     *
     * @param organization whose value is the id of the caller's organization
     * @param roles whose value is a list of words
     */
    record Claims(
            @DefaultValue("org") String organization,
            @DefaultValue("roles") String roles) {}
}
