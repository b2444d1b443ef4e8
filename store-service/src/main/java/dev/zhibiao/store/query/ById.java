package dev.zhibiao.store.query;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Filters by id with conditions beside it, as one flat document: inside {@code $and}, which is what the driver's builder
 * makes of it, the embedded server does not see the id and reads the whole collection.
 */
public final class ById {

    private ById() {}

    /** The document of this id where a field has this value; {@code null} also where it is absent. */
    public static Document where(@Nullable Object id, String field, @Nullable Object value) {
        return new Document("_id", id).append(field, value);
    }
}
