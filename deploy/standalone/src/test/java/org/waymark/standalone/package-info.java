@NullMarked
package org.waymark.standalone;

import org.jspecify.annotations.NullMarked;
