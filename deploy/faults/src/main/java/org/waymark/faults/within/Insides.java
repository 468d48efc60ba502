package org.waymark.faults.within;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reaches what the platform keeps to itself; only a planted bug needs that. */
final class Insides {

    private Insides() {}

    static @Nullable Object read(Object owner, String field) {
        try {
            return field(owner, field).get(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the platform has changed: " + owner.getClass() + "." + field, e);
        }
    }

    /** Calls the only method of this name. */
    static @Nullable Object call(Object owner, String name, Object... arguments) {
        try {
            Method method = Arrays.stream(owner.getClass().getDeclaredMethods())
                    .filter(one -> one.getName().equals(name) && one.getParameterCount() == arguments.length)
                    .findFirst()
                    .orElseThrow(() -> new NoSuchMethodException(name));
            method.setAccessible(true);
            return method.invoke(owner, arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the platform has changed: " + owner.getClass() + "." + name, e);
        }
    }

    /** Sets the state of a lane's slot back to the first one. */
    static void makeNew(Object slot) {
        try {
            Field state = field(slot, "state");
            state.set(slot, state.getType().getEnumConstants()[0]);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the platform has changed: " + slot.getClass(), e);
        }
    }

    private static Field field(Object owner, String name) throws NoSuchFieldException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
