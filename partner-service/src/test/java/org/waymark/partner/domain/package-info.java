@NullMarked
package org.waymark.partner.domain;

import org.jspecify.annotations.NullMarked;
