package org.waymark.notification.settings;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Severity;
import org.waymark.notification.alert.domain.Worded;
import org.waymark.notification.settings.domain.GroupRules;
import org.waymark.notification.settings.domain.GroupRules.Dated;
import org.waymark.notification.settings.domain.RuleSetting;
import org.waymark.platform.Platform;

/** The groups' settings, one document each, guarded by its version. */
public class MongoGroupRules {

    private final Platform platform;
    private final MongoCollection<Document> settings;

    MongoGroupRules(Platform platform) {
        this.platform = platform;
        this.settings = platform.guarded("groupRules");
    }

    public GroupRules of(String groupId) {
        return of(List.of(groupId)).getOrDefault(groupId, GroupRules.none(groupId));
    }

    /** Of those that have set anything. */
    public Map<String, GroupRules> of(Collection<String> groups) {
        Map<String, GroupRules> found = new HashMap<>();
        settings.find(new Document("_id", new Document("$in", List.copyOf(groups))))
                .map(MongoGroupRules::read)
                .forEach(one -> found.put(one.groupId(), one));
        return found;
    }

    /** False where somebody else has set it meanwhile. */
    boolean put(GroupRules rules) {
        return platform.replaceGuarded(settings, List.of(write(rules))).isEmpty();
    }

    private static Document write(GroupRules rules) {
        return new Document("_id", rules.groupId())
                .append("v", rules.version())
                .append(
                        "past",
                        rules.past().stream().map(MongoGroupRules::write).toList());
    }

    private static Document write(Dated dated) {
        Document rules = new Document();
        dated.rules().forEach((rule, setting) -> {
            Document written = new Document("enabled", setting.enabled());
            Severity severity = setting.severity();
            rules.append(rule.word(), severity == null ? written : written.append("severity", severity.word()));
        });
        return new Document("from", Date.from(dated.from())).append("rules", rules);
    }

    private static GroupRules read(Document stored) {
        return new GroupRules(
                stored.getString("_id"),
                stored.getLong("v"),
                stored.getList("past", Document.class).stream()
                        .map(MongoGroupRules::dated)
                        .toList());
    }

    private static Dated dated(Document stored) {
        Instant from = stored.getDate("from").toInstant();
        Map<AlertRule, RuleSetting> rules = new EnumMap<>(AlertRule.class);
        Document written = stored.get("rules", Document.class);
        for (String word : written.keySet()) {
            Document setting = written.get(word, Document.class);
            String severity = setting.getString("severity");
            rules.put(
                    Worded.of(AlertRule.class, word),
                    new RuleSetting(
                            setting.getBoolean("enabled"),
                            severity == null ? null : Worded.of(Severity.class, severity)));
        }
        return new Dated(from, rules);
    }
}
