/** The dashboard's queries over HTTP, and the page at the root. */
@NullMarked
package org.waymark.progress.dashboard.web;

import org.jspecify.annotations.NullMarked;
