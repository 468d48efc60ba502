package org.waymark.partner.signin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** What is there only while this service itself issues the tokens, and no other issuer has taken its place. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = "waymark.security.built-in-issuer", havingValue = "true", matchIfMissing = true)
@interface BuiltInIssuer {}
