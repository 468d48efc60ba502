package org.waymark.edge;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param bodyLimit largest request body
 * @param bodyLimits larger ones for exact paths
 * @param security what the trusted issuer's tokens look like
 * @param limits how often one may ask
 */
@ConfigurationProperties("waymark")
record EdgeProperties(
        @DefaultValue("1MB") DataSize bodyLimit,
        @DefaultValue Map<String, DataSize> bodyLimits,
        @DefaultValue Security security,
        @DefaultValue Limits limits) {

    /**
     * Requests within a window, which come back evenly over it.
     *
     * @param perClient of one client or person
     * @param perOrganization of all clients of one organization together
     * @param perAddress of callers without a token, by the address they come from
     * @param remembered callers that are counted; the one that asked longest ago is forgotten first
     */
    record Limits(
            @DefaultValue("1m") Duration window,
            @DefaultValue("6000") long perClient,
            @DefaultValue("24000") long perOrganization,
            @DefaultValue("6000") long perAddress,
            @DefaultValue("20000") int remembered) {}

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
