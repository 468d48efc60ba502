/**
 * The OAuth 2.0 authorization server: clients with their secrets, the signing keys, the tokens and what they claim; and how
 * people sign in.
 *
 * <p>Start reading at {@code AuthorizationServer}, then {@code SigningIn}.
 */
@NullMarked
package org.waymark.partner.signin;

import org.jspecify.annotations.NullMarked;
