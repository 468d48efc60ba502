package org.waymark.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.ObjectDataType;

/**
 * Keeps documents as BSON and compares keys by their values. As it ships, the backend does both through Java
 * serialization: each step of each search in an index serialized two keys, which took half of all processor time.
 *
 * <p>It names no types when it opens a map, and gets the map that is open already where there is one. So each map is
 * opened here first. One that is not yet of these types, from an earlier version, is written anew, once.
 */
class TypedBackend extends H2Backend {

    /** The maps that are of these types, by name. */
    private static final String TYPED = "waymark.typed";

    TypedBackend(MVStore store) {
        super(store);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String database) {
        return new H2Database(database, getMvStore(), getCursorRegistry()) {

            @Override
            protected Index<Object> openOrCreateUniqueIndex(
                    String collection, String index, List<IndexKey> keys, boolean sparse) {
                open(getFullCollectionNamespace(collection) + "._index_" + index, new KeyType(), new ObjectDataType());
                return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
            }

            @Override
            protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
                open("databases." + getFullCollectionNamespace(collection), new ObjectDataType(), new BsonType());
                return super.openOrCreateCollection(collection, options);
            }

            /** It would take the types from a map and leave the name that they are known by. */
            @Override
            public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String name) {
                throw new MongoServerException("The embedded store does not rename collections.");
            }
        };
    }

    private <K, V> void open(String map, DataType<K> keys, DataType<V> values) {
        MVStore store = getMvStore();
        MVMap<String, Boolean> typed = store.openMap(TYPED);
        MVMap.Builder<K, V> builder = new MVMap.Builder<K, V>().keyType(keys).valueType(values);
        if (!store.hasMap(map) || typed.containsKey(map)) {
            store.openMap(map, builder);
        } else {
            MVMap<K, V> untyped = store.openMap(map);
            Map<K, V> all = new LinkedHashMap<>(untyped);
            store.removeMap(untyped);
            store.openMap(map, builder).putAll(all);
        }
        typed.put(map, true);
    }
}
