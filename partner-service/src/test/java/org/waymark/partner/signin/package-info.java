@NullMarked
package org.waymark.partner.signin;

import org.jspecify.annotations.NullMarked;
