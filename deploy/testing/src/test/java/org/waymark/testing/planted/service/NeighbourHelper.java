package org.waymark.testing.planted.service;

import org.waymark.testing.planted.stranger.Neighbour;

/** Planted. */
record NeighbourHelper(Neighbour neighbour) {}
