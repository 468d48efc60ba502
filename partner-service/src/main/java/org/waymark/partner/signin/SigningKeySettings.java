package org.waymark.partner.signin;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param rotateAfter how old the key that signs becomes before the next one takes its place */
@ConfigurationProperties("waymark.signing-keys")
@Validated
record SigningKeySettings(
        @DefaultValue("30d") @DurationMin(hours = 1) Duration rotateAfter) {}
