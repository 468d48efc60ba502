package org.waymark.progress.evidence.type;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Text is what is valid UTF-8 without control characters, and neither markup nor a script: those are text too, but a
 * program may run them.
 */
final class TextCheck implements TypeCheck {

    private static final String LAYOUT = "\t\n\f\r";
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** By default a decoder reports what is malformed instead of replacing it. */
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

    /** The beginning of a character whose end is yet to come. */
    private ByteBuffer begun = ByteBuffer.allocate(0);

    /** The first two characters that are not space. */
    private final StringBuilder start = new StringBuilder();

    @Override
    public void accept(byte[] bytes, int offset, int length) {
        ByteBuffer in = ByteBuffer.allocate(begun.remaining() + length)
                .put(begun)
                .put(bytes, offset, length)
                .flip();
        decode(in, false);
        begun = in;
    }

    @Override
    public FileType kind(String name) {
        decode(begun, true);
        return FileType.ending(name).equals("csv") ? FileType.CSV : FileType.TEXT;
    }

    private void decode(ByteBuffer in, boolean end) {
        CharBuffer out = CharBuffer.allocate(in.remaining());
        if (decoder.decode(in, out, end).isError()) {
            throw TypeCheck.notTaken("This is neither text in UTF-8 nor another kind of file that is taken.");
        }
        out.flip().chars().forEach(this::look);
    }

    private void look(int character) {
        if (Character.isISOControl(character) && LAYOUT.indexOf(character) < 0) {
            throw TypeCheck.notTaken("This is no plain text, nor another kind of file that is taken.");
        }
        if (start.length() < 2 && !Character.isWhitespace(character) && character != BYTE_ORDER_MARK) {
            start.append((char) character);
            refuseMarkup();
        }
    }

    private void refuseMarkup() {
        if (start.charAt(0) == '<' || start.toString().equals("#!")) {
            throw TypeCheck.notTaken("Web pages, SVG, other markup and scripts are not taken.");
        }
    }
}
