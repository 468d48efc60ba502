package org.waymark.progress.dashboard.store;

import com.mongodb.client.MongoDatabase;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.waymark.platform.Platform;
import tools.jackson.databind.json.JsonMapper;

/** The read model of each generation; who asks for the one that serves asks for each request anew. */
@Component
public class ReadModels {

    private final Generations generations;
    private final MongoDatabase database;
    private final Platform platform;
    private final JsonMapper json;
    private final Map<Integer, ReadModel> made = new ConcurrentHashMap<>();

    ReadModels(Generations generations, MongoDatabase database, Platform platform, JsonMapper json) {
        this.generations = generations;
        this.database = database;
        this.platform = platform;
        this.json = json;
        platform.serve(ReadModel.FEED, () -> serving().feed());
    }

    public ReadModel serving() {
        return of(generations.serving().generation());
    }

    public ReadModel of(int generation) {
        return made.computeIfAbsent(
                generation, number -> new ReadModel(generations.get(number), database, platform, json));
    }

    /** Removes it for good. */
    public void remove(int generation) {
        made.remove(generation);
        generations.find(generation).ifPresent(generations::remove);
    }
}
