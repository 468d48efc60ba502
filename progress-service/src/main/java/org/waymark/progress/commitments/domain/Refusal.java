package org.waymark.progress.commitments.domain;

/** Why a command is not carried out. The one exception of this domain; the web side turns it into a problem document. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What kind of refusal it is. */
    public enum Kind {
        /** A field of the command is not valid against the commitment as it stands. */
        INVALID,
        /** A rule forbids it; {@link #subject} is the rule's name. */
        RULE,
        /** Whoever asks has a part in it, but not this say. */
        NOT_ALLOWED,
        /** It belongs to somebody else, which must look as if it did not exist. */
        NOT_YOURS
    }

    private final Kind kind;
    private final String subject;

    private Refusal(Kind kind, String subject, String sentence) {
        super(sentence, null, false, false);
        this.kind = kind;
        this.subject = subject;
    }

    static Refusal invalid(String field, String sentence) {
        return new Refusal(Kind.INVALID, field, sentence);
    }

    static Refusal rule(String rule, String sentence) {
        return new Refusal(Kind.RULE, rule, sentence);
    }

    static Refusal notAllowed(String sentence) {
        return new Refusal(Kind.NOT_ALLOWED, "forbidden", sentence);
    }

    static Refusal absent(String what) {
        return new Refusal(Kind.NOT_YOURS, what, "There is no such " + what + ", or it is not yours.");
    }

    static Refusal notYours() {
        return new Refusal(Kind.NOT_YOURS, "commitment", "There is no such commitment, or it is not yours.");
    }

    public Kind kind() {
        return kind;
    }

    /** The field's path or the rule's name. */
    public String subject() {
        return subject;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
