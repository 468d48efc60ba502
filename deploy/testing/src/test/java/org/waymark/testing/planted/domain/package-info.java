/** A domain that knows a framework, which a domain must not. */
@NullMarked
package org.waymark.testing.planted.domain;

import org.jspecify.annotations.NullMarked;
