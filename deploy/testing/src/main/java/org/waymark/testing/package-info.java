/**
 * What the tests of every module share, so that each service is tested against the same servers, the same tokens and
 * the same rules. Start reading at {@link org.waymark.testing.TestServers}.
 */
@NullMarked
package org.waymark.testing;

import org.jspecify.annotations.NullMarked;
