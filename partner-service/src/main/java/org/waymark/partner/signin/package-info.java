/**
 * The OAuth 2.0 authorization server: clients with their secrets, the signing key, the tokens and what they claim.
 *
 * <p>Start reading at {@code AuthorizationServer}.
 */
@NullMarked
package org.waymark.partner.signin;

import org.jspecify.annotations.NullMarked;
