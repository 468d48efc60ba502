package org.waymark.progress.imports.iati;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Stops a single tag, comment or text from filling the memory: the parser holds each of them whole, and its own limits
 * leave their length open.
 */
final class MeteredInput extends FilterInputStream {

    private static final int LARGEST_PIECE_BYTES = 1_000_000;

    private int left = LARGEST_PIECE_BYTES;

    MeteredInput(InputStream in) {
        super(in);
    }

    void nextPiece() {
        left = LARGEST_PIECE_BYTES;
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        spend(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var count = super.read(buffer, offset, length);
        spend(Math.max(count, 0));
        return count;
    }

    private void spend(int bytes) throws PieceTooLarge {
        left -= bytes;
        if (left < 0) {
            throw new PieceTooLarge();
        }
    }

    static final class PieceTooLarge extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
