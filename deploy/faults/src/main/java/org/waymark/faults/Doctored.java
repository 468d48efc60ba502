package org.waymark.faults;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.MemberSubstitution;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.pool.TypePool;
import org.waymark.faults.within.Advices;
import org.waymark.faults.within.FeedSteps;
import org.waymark.faults.within.RelaySteps;

/**
 * A copy of the platform's jar whose methods tell the harness where they stand. The platform itself has no hook in it;
 * the copy stands on the class path of the harness's processes alone. Written beforehand, so that a service starts from
 * plain jars and its loaded classes can be kept.
 */
final class Doctored {

    private static final String PACKAGE = "org.waymark.platform.";

    /** Where a method is missing, the platform has changed and this list must follow. */
    private static final Map<String, Map<String, Class<?>>> ADVICE = Map.of(
            "GuardedBulk", Map.of("replace", Advices.Replace.class, "put", Advices.Put.class),
            "CommandGroup", Map.of("decideAll", Advices.DecideAll.class, "answerAll", Advices.AnswerAll.class),
            "CommandKeys", Map.of("find", Advices.FindKey.class),
            "AggregateStore", Map.of("sweep", Advices.Sweep.class, "submit", Advices.Submit.class),
            "Image", Map.of("write", Advices.WriteImage.class),
            "Relay", Map.of("acknowledged", Advices.Acknowledged.class, "answered", Advices.Answered.class),
            "Lane", Map.of("fail", Advices.Fail.class),
            "Feed", Map.of("consume", Advices.Consume.class, "store", Advices.StoreViews.class),
            "FeedView", Map.of("accept", Advices.Accept.class));

    private Doctored() {}

    static void copy(Path jar, Path target) {
        Map<String, byte[]> changed =
                ADVICE.keySet().stream().collect(Collectors.toMap(Doctored::entry, Doctored::doctored));
        try (JarFile original = new JarFile(jar.toFile());
                OutputStream file = Files.newOutputStream(target);
                JarOutputStream copy = new JarOutputStream(file)) {
            for (Enumeration<JarEntry> entries = original.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                copy.putNextEntry(new JarEntry(entry.getName()));
                byte[] bytes = changed.get(entry.getName());
                copy.write(bytes == null ? original.getInputStream(entry).readAllBytes() : bytes);
                copy.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String entry(String type) {
        return (PACKAGE + type).replace('.', '/') + ".class";
    }

    private static byte[] doctored(String name) {
        ClassFileLocator files = ClassFileLocator.ForClassLoader.of(Doctored.class.getClassLoader());
        TypePool types = TypePool.Default.of(files);
        TypeDescription type = types.describe(PACKAGE + name).resolve();
        DynamicType.Builder<?> builder = new ByteBuddy().redefine(type, files);
        for (Map.Entry<String, Class<?>> one :
                ADVICE.getOrDefault(name, Map.of()).entrySet()) {
            MethodDescription method = method(type, one.getKey());
            builder = builder.visit(Advice.to(one.getValue()).on(found -> found.equals(method)));
        }
        return switched(name).apply(builder).make().getBytes();
    }

    /** The first of the name: of the overloaded ones none is meant. */
    private static MethodDescription method(TypeDescription type, String name) {
        return type.getDeclaredMethods().filter(named(name)).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the platform has changed: " + type + "." + name));
    }

    /** Calls that go to a step of the harness in the place of where they went. */
    private static UnaryOperator<DynamicType.Builder<?>> switched(String name) {
        return switch (name) {
            case "Relay" -> replaced("send", "send", step(RelaySteps.class, "send"));
            case "Feed" -> replaced("beforeViews", "store", step(FeedSteps.class, "beforeViews"));
            default -> builder -> builder;
        };
    }

    private static UnaryOperator<DynamicType.Builder<?>> replaced(
            String called, String within, java.lang.reflect.Method step) {
        return builder -> builder.visit(MemberSubstitution.relaxed()
                .method(named(called))
                .replaceWith(step)
                .on(named(within)));
    }

    private static java.lang.reflect.Method step(Class<?> steps, String name) {
        return Stream.of(steps.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
