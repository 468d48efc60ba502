package org.waymark.progress.commitments;

import java.util.OptionalLong;

/** Where published updates stand in their commitments' histories, for those too old to be looked for from the end. */
public interface UpdatePlaces {

    /** The number under which the latest revision of this commitment's update stands; nothing where none is known. */
    OptionalLong sequenceOf(String commitment, String update);
}
