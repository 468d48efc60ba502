package org.waymark.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * A row of {@code deploy/compose/access}: what a service may do.
 *
 * @param name of a topic, a consumer group or a database; one that ends in * stands for all that begin so
 */
public record Access(String service, String kind, String name, List<String> operations) {

    public static List<Access> list() {
        try {
            return Files.readAllLines(Contracts.checkout().resolve("deploy/compose/access")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.strip().split("\\s+")))
                    .map(words -> new Access(words.get(0), words.get(1), words.get(2), words.subList(3, words.size())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isOfTheBroker() {
        return !kind.equals("database");
    }

    String prefix() {
        return name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
    }

    PatternType pattern() {
        return name.endsWith("*") ? PatternType.PREFIXED : PatternType.LITERAL;
    }

    List<AclBinding> bindings() {
        ResourcePattern resource = new ResourcePattern(ResourceType.fromString(kind), prefix(), pattern());
        return operations.stream()
                .map(operation -> new AclBinding(
                        resource,
                        new AccessControlEntry(
                                "User:" + service, "*", AclOperation.fromString(operation), AclPermissionType.ALLOW)))
                .toList();
    }
}
