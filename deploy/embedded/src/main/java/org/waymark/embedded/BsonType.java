package org.waymark.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** Documents as they come over the wire: length, then BSON. */
final class BsonType extends BasicDataType<Document> {

    private static final int ENTRY = 48;

    @Override
    public void write(WriteBuffer buffer, Document document) {
        ByteBuf bson = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, bson);
        buffer.putVarInt(bson.readableBytes());
        buffer.put(bson.array(), bson.arrayOffset(), bson.readableBytes());
    }

    @Override
    public Document read(ByteBuffer buffer) {
        byte[] bson = new byte[DataUtils.readVarInt(buffer)];
        buffer.get(bson);
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
    }

    /** About; pages are split and cached by it. */
    @Override
    public int getMemory(Document document) {
        return memory(document);
    }

    private static int memory(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            int sum = ENTRY;
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                sum += memory(entry.getKey()) + memory(entry.getValue());
            }
            return sum;
        }
        if (value instanceof Collection<?> values) {
            return values.stream().mapToInt(BsonType::memory).sum() + ENTRY;
        }
        return value instanceof String text ? text.length() + ENTRY : ENTRY;
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
