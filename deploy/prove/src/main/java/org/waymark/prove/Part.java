package org.waymark.prove;

/** What is looked at, each a row of the report. */
enum Part {
    TOPIC("topic: commitments in order"),
    FIGURES("figures"),
    LINKS("links of figures"),
    CARDS("cards"),
    FEED("feed: events"),
    SAVED("as saved earlier");

    final String title;

    Part(String title) {
        this.title = title;
    }
}
