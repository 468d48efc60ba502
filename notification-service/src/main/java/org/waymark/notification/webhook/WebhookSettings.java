package org.waymark.notification.webhook;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param timeLimit of one attempt, from the name's look-up to the end of the answer
 * @param atOnce attempts at one webhook at the same time, by one instance
 * @param pause of a webhook that takes nothing any more, before one more message is tried
 * @param every how often what is due again is looked for; what is new is sent at once
 * @param allowedNetworks that are not on the public internet and may be sent to all the same, such as {@code 10.1.0.0/16}
 * @param plainHttp whether a webhook's address may begin with http://
 */
@ConfigurationProperties("waymark.webhooks")
public record WebhookSettings(
        @DefaultValue("15s") Duration timeLimit,
        @DefaultValue("4") int atOnce,
        @DefaultValue("30s") Duration pause,
        @DefaultValue("1s") Duration every,
        @DefaultValue List<String> allowedNetworks,
        @DefaultValue("false") boolean plainHttp) {}
