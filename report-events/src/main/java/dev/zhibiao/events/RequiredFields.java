package dev.zhibiao.events;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What JSON left out: Jackson gives {@code null} for it, even where the record's component is not nullable. */
final class RequiredFields {

    /** Nothing for what is no record. Looked up once a class: a report has hundreds of observations. */
    private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            return type.isRecord()
                    ? Arrays.stream(type.getRecordComponents())
                            .map(Component::of)
                            .toList()
                    : List.of();
        }
    };

    private RequiredFields() {}

    private record Component(String name, Method accessor, boolean required) {

        static Component of(RecordComponent component) {
            return new Component(
                    component.getName(),
                    component.getAccessor(),
                    !component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }

        @Nullable
        Object of(Object event) {
            try {
                return accessor.invoke(event);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("events are public records", e);
            }
        }
    }

    /**
     * Checks the record and the records in it.
     *
     * @throws MalformedEventException naming the first component that must not be absent and is
     */
    static void check(Object event) {
        for (Component component : COMPONENTS.get(event.getClass())) {
            Object value = component.of(event);
            if (value == null) {
                if (component.required()) {
                    throw new MalformedEventException(
                            event.getClass().getSimpleName() + " without " + component.name(), null);
                }
            } else if (value instanceof Collection<?> members) {
                members.forEach(RequiredFields::check);
            } else {
                check(value);
            }
        }
    }
}
