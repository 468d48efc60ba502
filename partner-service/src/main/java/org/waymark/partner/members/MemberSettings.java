package org.waymark.partner.members;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param invitationValidity of a link for somebody new
 * @param resetValidity of a link for somebody who forgot a password
 */
@ConfigurationProperties("waymark.members")
record MemberSettings(
        @DefaultValue("7d") Duration invitationValidity,
        @DefaultValue("1d") Duration resetValidity) {}
