package org.waymark.testing.planted.domain;

import org.springframework.context.ApplicationContext;

/** Planted. */
record KnowsSpring(ApplicationContext context) {}
