package dev.zhibiao.extract.grammar.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedPatternTest {

    private static final int TEXTS = 400;
    private static final int LONGEST = 14;

    @ParameterizedTest
    @CsvSource({
        "目标, 目标",
        "年, 年",
        "(今年|新的一年).*[是为], 今年 新的",
        "[高低].?, 高 低",
        "(?<=项)目标?, 目",
        "第[一二]季度, 季度",
        "(?<way>到|为).+, 到 为",
        "a{2}b, a",
        "'完?成.{0,3}目标', 目标",
    })
    void readsItsKeysFromTheExpression(String regex, String keys) {
        assertThat(RegexReader.read(regex).keys()).isEqualTo(Set.of(keys.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(目标)?",
                "目*",
                "目标|.",
                "[^目]",
                "(?!目标)",
                "(?i)abc",
                "\\p{L}目",
                "[\\u4e00-\\u9fa5]",
                "\\Q目\\E",
                "目标|",
                "a𠮷?",
                "[𠀀-𪛖]"
            })
    void hasNoKeysWhereNothingHasToStandInAMatch(String regex) {
        assertThat(RegexReader.read(regex).keys()).isEmpty();
    }

    @Test
    void knowsWhatIsTiedToTheBeginningOrTheEnd() {
        assertThat(RegexReader.read("^(a|b)").atStart()).isTrue();
        assertThat(RegexReader.read("(^a|^b)c").atStart()).isTrue();
        assertThat(RegexReader.read("^a|b").atStart()).isFalse();
        assertThat(RegexReader.read("(^a)?b").atStart()).isFalse();
        assertThat(RegexReader.read("a(b|c)$").atEnd()).isTrue();
        assertThat(RegexReader.read("a(?=b|$)").atEnd()).isFalse();
        assertThat(RegexReader.read("a$|b").atEnd()).isFalse();
    }

    @Test
    void knowsHowLongAMatchCanBe() {
        assertThat(RegexReader.read("^.{0,8}(去年|过去一年)").longest()).isEqualTo(12);
        assertThat(RegexReader.read("[^，]{2}(?=目标)[了的]?$").longest()).isEqualTo(3);
        assertThat(RegexReader.read("(年.*)?$").longest()).isEqualTo(RegexReader.UNBOUNDED);
    }

    @Test
    void findsAMatchAtTheEndThoughALineEndsBehindIt() {
        assertThat(KeyedPattern.compile("率$").isIn("合格率\r\n")).isTrue();
        assertThat(KeyedPattern.compile("..$").find("𠮷𠮷")).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("patternsOfTheGrammar")
    void answersAsPatternDoes(String regex) {
        KeyedPattern keyed = KeyedPattern.compile(regex);
        Pattern pattern = Pattern.compile(regex);
        Random random = new Random(regex.hashCode());
        for (int i = 0; i < TEXTS; i++) {
            String text = text(regex, random);
            int characters = text.codePointCount(0, text.length());
            int from = random.nextInt(characters);
            int start = text.offsetByCodePoints(0, from);
            int end = text.offsetByCodePoints(start, random.nextInt(characters - from + 1));
            Matcher first = pattern.matcher(text);
            Matcher found = keyed.find(text);
            boolean stands = first.find();
            assertThat(found != null).as(text).isEqualTo(stands);
            if (found != null) {
                assertThat(found.toMatchResult().start()).as(text).isEqualTo(first.start());
                assertThat(found.toMatchResult().end()).as(text).isEqualTo(first.end());
            }
            assertThat(keyed.isIn(text, start, end))
                    .as(text)
                    .isEqualTo(pattern.matcher(text.substring(start, end)).find());
            Matcher region = pattern.matcher(text).region(start, end);
            Matcher part = keyed.find(text, start, end);
            assertThat(part != null).as(text).isEqualTo(region.find());
            if (part != null) {
                assertThat(part.start()).as(text).isEqualTo(region.start());
                assertThat(part.end()).as(text).isEqualTo(region.end());
            }
            assertThat(keyed.matches(text))
                    .as(text)
                    .isEqualTo(pattern.matcher(text).matches());
            assertThat(keyed.begins(text, start))
                    .as(text)
                    .isEqualTo(pattern.matcher(text.substring(start)).lookingAt());
            assertThat(keyed.withoutFirst(text)).isEqualTo(pattern.matcher(text).replaceFirst(""));
            assertThat(keyed.without(text)).isEqualTo(pattern.matcher(text).replaceAll(""));
        }
    }

    /** A text that a pattern may well match: pieces of the expression itself, and characters of it. */
    private static String text(String regex, Random random) {
        StringBuilder text = new StringBuilder();
        while (text.isEmpty() || random.nextInt(LONGEST) > text.length()) {
            int at = random.nextInt(regex.length());
            int end = Math.min(regex.length(), at + 1 + random.nextInt(4));
            text.append(regex.substring(at, end).replaceAll("[\\\\()|?*\\[\\]{}^$]", ""));
            if (random.nextInt(8) == 0) {
                text.append("2019年，。的\n".charAt(random.nextInt(9)));
            }
        }
        // Long enough in front that what is tied to the end is looked for there only.
        if (random.nextInt(3) == 0) {
            text.insert(0, "与𠮷".repeat(random.nextInt(40)));
        }
        if (random.nextInt(8) == 0) {
            text.append("\r\n");
        }
        return text.toString();
    }

    static Stream<String> patternsOfTheGrammar() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.zhibiao.extract")
                        .stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getRawType().isEquivalentTo(KeyedPattern.class))
                        .map(KeyedPatternTest::value);
    }

    private static String value(JavaField field) {
        try {
            Field constant = field.reflect();
            constant.setAccessible(true);
            return String.valueOf(constant.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
