package org.waymark.progress.commitments.domain;

/** How wide a commitment reaches (IATI ActivityScope 1-2 global, 3 regional, 4-8 country). */
public enum Level {
    GLOBAL,
    REGIONAL,
    COUNTRY
}
