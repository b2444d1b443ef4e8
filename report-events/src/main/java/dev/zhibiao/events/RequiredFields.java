package dev.zhibiao.events;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What JSON left out: Jackson gives {@code null} for it, even where the record's component is not nullable. */
final class RequiredFields {

    private RequiredFields() {}

    /**
     * Checks the record and the records in it.
     *
     * @throws MalformedEventException naming the first component that must not be absent and is
     */
    static void check(Object event) {
        if (!event.getClass().isRecord()) {
            return;
        }
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            Object value = valueOf(component, event);
            if (value == null) {
                if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    throw new MalformedEventException(
                            event.getClass().getSimpleName() + " without " + component.getName(), null);
                }
            } else if (value instanceof Collection<?> members) {
                members.forEach(RequiredFields::check);
            } else {
                check(value);
            }
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Object event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("events are public records", e);
        }
    }
}
