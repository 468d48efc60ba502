package org.waymark.partner.introductions;

import org.jspecify.annotations.Nullable;

/** The organization that a commitment names as its lead. */
record Introduction(String orgId, String name, @Nullable String type) {}
