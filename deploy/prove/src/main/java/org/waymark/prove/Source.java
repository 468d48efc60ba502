package org.waymark.prove;

import java.util.Objects;

/** Where events come from. */
interface Source {

    /** Everything from the beginning to the end as it is now. */
    Log read();

    /** It could not be read, so nothing can be said. */
    final class Unreadable extends RuntimeException {
        Unreadable(String message) {
            super(message);
        }

        Unreadable(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public String getMessage() {
            return Objects.requireNonNullElse(super.getMessage(), "");
        }
    }
}
