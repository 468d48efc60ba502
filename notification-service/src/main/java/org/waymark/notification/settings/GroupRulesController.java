package org.waymark.notification.settings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.edge.Caller;
import org.waymark.edge.Problem;
import org.waymark.notification.Rights;
import org.waymark.notification.alert.domain.AlertRule;
import org.waymark.notification.alert.domain.Severity;
import org.waymark.notification.alert.domain.Worded;
import org.waymark.notification.alert.store.AlertLists;
import org.waymark.notification.alert.store.MongoAlerts;
import org.waymark.notification.settings.domain.GroupRules;
import org.waymark.notification.settings.domain.RuleSetting;

/** Which rules speak to a group, and how loudly. */
@RestController
@RequestMapping("/api/groups/{groupId}/rules")
class GroupRulesController {

    record Body(
            @NotNull(message = "Name the rules that differ from their defaults; none is an empty list.") @Nullable
            List<@Valid @NotNull(message = "A rule is missing here.") Item> rules) {}

    /** @param severity in place of the rule's own; left out where that stands */
    record Item(
            @NotNull(message = "Which rule?") @Nullable String rule,
            @NotNull(message = "true or false.") @Nullable Boolean enabled,
            @Nullable String severity) {}

    private final MongoGroupRules settings;
    private final MongoAlerts alerts;
    private final AlertLists lists;
    private final Rights rights;
    private final Clock clock;

    GroupRulesController(MongoGroupRules settings, MongoAlerts alerts, AlertLists lists, Rights rights, Clock clock) {
        this.settings = settings;
        this.alerts = alerts;
        this.lists = lists;
        this.rights = rights;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<Body> rules(@PathVariable String groupId) {
        rights.requireMaySeeRules(Caller.current(), groupId);
        return answer(settings.of(groupId));
    }

    /** All that is not named is at its default. What a rule that is switched off had raised is resolved. */
    @PutMapping
    ResponseEntity<Body> set(
            @PathVariable String groupId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid Body body) {
        rights.requireMaySetRules(Caller.current(), groupId);
        Map<AlertRule, RuleSetting> wanted = read(body);
        GroupRules standing = settings.of(groupId);
        Problem.checkIfMatch(ifMatch, standing.version());
        GroupRules next = standing.set(wanted, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (!settings.put(next)) {
            Problem.checkIfMatch(
                    "\"" + standing.version() + "\"", settings.of(groupId).version());
        }
        silence(groupId, next.off());
        return answer(next);
    }

    private void silence(String groupId, Set<AlertRule> off) {
        if (!off.isEmpty()) {
            alerts.resolve(lists.openOf(groupId, off).stream()
                    .map(key -> MongoAlerts.Ended.by(key, "The group has switched this rule off."))
                    .toList());
        }
    }

    private static Map<AlertRule, RuleSetting> read(Body body) {
        Map<AlertRule, RuleSetting> wanted = new EnumMap<>(AlertRule.class);
        List<Item> items = body.rules() == null ? List.of() : body.rules();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            RuleSetting setting = new RuleSetting(
                    Boolean.TRUE.equals(item.enabled()),
                    item.severity() == null
                            ? null
                            : word(Severity.class, item.severity(), "rules[%d].severity".formatted(i)));
            if (wanted.put(word(AlertRule.class, item.rule(), "rules[%d].rule".formatted(i)), setting) != null) {
                throw Problem.invalid("rules[%d].rule".formatted(i), "Name each rule once.");
            }
        }
        return wanted;
    }

    private static <E extends Enum<E> & Worded> E word(Class<E> words, @Nullable String word, String field) {
        return Worded.find(words, word == null ? "" : word)
                .orElseThrow(() -> Problem.invalid(
                        field,
                        "One of "
                                + Arrays.stream(words.getEnumConstants())
                                        .map(Worded::word)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private static ResponseEntity<Body> answer(GroupRules rules) {
        List<Item> items = Arrays.stream(AlertRule.values())
                .map(rule -> {
                    RuleSetting setting = rules.now(rule);
                    Severity severity = setting.severity();
                    return new Item(rule.word(), setting.enabled(), severity == null ? null : severity.word());
                })
                .toList();
        return ResponseEntity.ok().eTag(Problem.etag(rules.version())).body(new Body(items));
    }
}
