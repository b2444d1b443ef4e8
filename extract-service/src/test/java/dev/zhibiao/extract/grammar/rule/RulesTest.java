package dev.zhibiao.extract.grammar.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.zhibiao.extract.grammar.rule");

    private static Set<String> ruleNames() {
        return CLASSES.stream()
                .filter(c -> c.isAssignableTo(Rule.class) && !c.isInterface())
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
    }

    @Test
    void everyRuleIsRegisteredOnce() {
        List<String> registered =
                Rules.ORDER.stream().map(r -> r.getClass().getSimpleName()).toList();
        assertThat(ruleNames()).hasSizeGreaterThan(10);
        assertThat(registered).containsExactlyInAnyOrderElementsOf(ruleNames());
    }

    @Test
    void everyRuleHasExamplesAndLookAlikes() throws ReflectiveOperationException {
        for (String name : ruleNames()) {
            RuleContract test = (RuleContract) Class.forName(Rule.class.getPackageName() + "." + name + "Test")
                    .getDeclaredConstructor()
                    .newInstance();
            assertThat(test.examples()).as("examples of %s", name).isNotEmpty();
            assertThat(test.lookAlikes()).as("look-alikes of %s", name).isNotEmpty();
        }
    }

    @Test
    void refusalsComeBeforeTheRulesThatState() {
        List<Boolean> refuses = Rules.ORDER.stream().map(Rule::refuses).toList();
        assertThat(refuses.lastIndexOf(true)).isLessThan(refuses.indexOf(false));
    }
}
