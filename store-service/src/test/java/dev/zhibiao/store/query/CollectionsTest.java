package dev.zhibiao.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CollectionsTest {

    private static final Path PAGE = Path.of(System.getProperty("zhibiao.root"), "docs/store.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

    @Test
    void areAllListedInTheDocumentation() throws Exception {
        String page = Files.readString(PAGE);
        String table = page.substring(page.indexOf("## Collections"), page.indexOf("## Roles"));
        Set<String> listed =
                ROW.matcher(table).results().map(row -> row.group(1)).collect(Collectors.toSet());
        assertThat(listed).isEqualTo(collections());
    }

    private static Set<String> collections() throws ReflectiveOperationException {
        Set<String> names = new TreeSet<>(Set.of(Schema.PROBE));
        // It connects in the background, and nothing is asked of it.
        try (MongoClient client = MongoClients.create("mongodb://localhost:1")) {
            Database database = new Database(client, Optional.of("any"), "mongodb://localhost:1");
            for (Method method : Database.class.getDeclaredMethods()) {
                if (method.getReturnType() == MongoCollection.class
                        && method.invoke(database) instanceof MongoCollection<?> collection) {
                    names.add(collection.getNamespace().getCollectionName());
                }
            }
        }
        assertThat(names).hasSizeGreaterThan(1);
        return names;
    }
}
