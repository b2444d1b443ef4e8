package dev.zhibiao.store.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhibiao.events.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page speaks two languages, and each of them wholly. */
class DictionariesTest {

    private static final Path PAGE = Path.of("src/main/resources/META-INF/resources/page");
    private static final Pattern ENTRY = Pattern.compile("(?m)^  '([^']+)': (?:'(.*)'|\"(.*)\"),$");
    private static final Pattern USED = Pattern.compile("\\bt\\('([a-zA-Z.-]+)'");

    private static Map<String, String> words(String language) throws IOException {
        String source = Files.readString(PAGE.resolve(language + ".js"), StandardCharsets.UTF_8);
        List<MatchResult> entries = ENTRY.matcher(source).results().toList();
        Map<String, String> words = new TreeMap<>();
        entries.forEach(entry -> assertThat(words.put(entry.group(1), entry.group(2) + entry.group(3)))
                .as(entry.group(1))
                .isNull());
        assertThat(words).hasSize((int)
                source.lines().filter(line -> line.startsWith("  ")).count());
        return words;
    }

    @Test
    void haveTheSameKeysAndTheSamePlaceholders() throws IOException {
        Map<String, String> zh = words("zh");
        Map<String, String> en = words("en");
        assertThat(zh.keySet()).isEqualTo(en.keySet());
        zh.forEach((key, words) ->
                assertThat(placeholders(words)).as(key).isEqualTo(placeholders(en.getOrDefault(key, ""))));
    }

    private static Set<String> placeholders(String words) {
        return Pattern.compile("\\{\\w+}")
                .matcher(words)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    @Test
    void haveAWordForAllThatThePagesSay() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> modules = Files.list(PAGE)) {
            for (Path module :
                    modules.filter(path -> path.toString().endsWith(".js")).toList()) {
                USED.matcher(Files.readString(module)).results().forEach(found -> used.add(found.group(1)));
            }
        }
        assertThat(used).hasSizeGreaterThan(100);
        assertThat(words("zh").keySet()).containsAll(used);
    }

    @Test
    void haveAWordForEveryProblem() throws IOException {
        assertThat(words("zh").keySet())
                .containsAll(Stream.of(Problem.values())
                        .map(problem -> "problem." + problem.code())
                        .toList());
    }
}
