package org.waymark.progress.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.springframework.core.io.AbstractResource;

/** A file's bytes, read chunk by chunk while they are sent; a range starts at the chunk it needs. */
final class StoredContent extends AbstractResource {

    private final Contents contents;
    private final String content;
    private final long size;

    StoredContent(Contents contents, Entry entry) {
        this.contents = contents;
        this.content = entry.content();
        this.size = entry.file().size();
    }

    @Override
    public String getDescription() {
        return "evidence content " + content;
    }

    @Override
    public long contentLength() {
        return size;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public InputStream getInputStream() {
        return new Chunks();
    }

    private final class Chunks extends InputStream {
        private long position;
        private int loaded = -1;
        private byte[] chunk = {};

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, target.length);
            if (position >= size) {
                return -1;
            }
            load((int) (position / Contents.CHUNK_BYTES));
            int from = (int) (position % Contents.CHUNK_BYTES);
            int read = Math.min(length, chunk.length - from);
            System.arraycopy(chunk, from, target, offset, read);
            position += read;
            return read;
        }

        @Override
        public long skip(long count) {
            long skipped = Math.clamp(count, 0, size - position);
            position += skipped;
            return skipped;
        }

        private void load(int number) throws IOException {
            if (number == loaded) {
                return;
            }
            byte[] found = contents.chunk(content, number);
            long expected = Math.min(Contents.CHUNK_BYTES, size - (long) number * Contents.CHUNK_BYTES);
            if (found == null || found.length != expected) {
                throw new IOException("chunk " + number + " of " + getDescription() + " is missing or cut");
            }
            chunk = found;
            loaded = number;
        }
    }
}
