/** A service that breaks the rules on names and neighbours. */
@NullMarked
package org.waymark.testing.planted.service;

import org.jspecify.annotations.NullMarked;
