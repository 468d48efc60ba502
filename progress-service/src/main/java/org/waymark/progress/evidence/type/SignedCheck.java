package org.waymark.progress.evidence.type;

/** A kind that its first bytes settle. */
record SignedCheck(FileType type) implements TypeCheck {

    @Override
    public void accept(byte[] bytes, int offset, int length) {
        // what follows the signature is for the reader's program to judge
    }

    @Override
    public FileType kind(String name) {
        return type;
    }
}
