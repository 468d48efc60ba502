package org.waymark.testing.planted.stranger;

/** Planted. */
public record Neighbour(String name) {}
