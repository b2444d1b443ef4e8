package dev.zhibiao.local;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;

/**
 * The index of ids, also for queries with conditions beside the id: by itself the embedded server reads the whole
 * collection for these, and that is what every guarded write asks. The conditions are looked at by who gets the positions.
 */
final class IdIndex extends Index<Object> {

    private static final String ID = "_id";

    private final Index<Object> ids;

    /** Of an index of ids. */
    IdIndex(Index<Object> ids) {
        super(ids.getName(), ids.getKeys(), false);
        this.ids = ids;
    }

    /** The same where it is an index of something else. */
    static Index<Object> of(Index<Object> index) {
        boolean ofIds =
                index.getKeys().size() == 1 && index.getKeys().get(0).getKey().equals(ID);
        return ofIds ? new IdIndex(index) : index;
    }

    private static Document id(Document query) {
        return query.containsKey(ID) ? new Document(ID, query.get(ID)) : query;
    }

    @Override
    public boolean canHandle(Document query) {
        return ids.canHandle(id(query));
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        return ids.getPositions(id(query));
    }

    @Override
    public Object getPosition(Document document) {
        return ids.getPosition(document);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        ids.checkAdd(document, collection);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        ids.add(document, position, collection);
    }

    @Override
    public Object remove(Document document) {
        return ids.remove(document);
    }

    @Override
    public long getCount() {
        return ids.getCount();
    }

    @Override
    public boolean isEmpty() {
        return ids.isEmpty();
    }

    @Override
    public long getDataSize() {
        return ids.getDataSize();
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        ids.checkUpdate(before, after, collection);
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        ids.updateInPlace(before, after, position, collection);
    }

    @Override
    public boolean isUnique() {
        return ids.isUnique();
    }

    @Override
    public void drop() {
        ids.drop();
    }
}
