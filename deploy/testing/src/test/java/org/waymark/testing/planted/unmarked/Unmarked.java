package org.waymark.testing.planted.unmarked;

/** Planted, in a package that the null check leaves out. */
record Unmarked(String name) {}
