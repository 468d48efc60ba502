package org.waymark.progress.imports.iati;

/** One {@code iati-activity} of a file: what it says, or why it cannot be used. */
public sealed interface IatiEntry permits IatiActivity, Unusable {

    /** The line on which its opening tag ends, counted from 1. */
    int line();
}
