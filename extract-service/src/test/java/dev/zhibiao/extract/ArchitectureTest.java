package dev.zhibiao.extract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String GRAMMAR = "dev.zhibiao.extract.grammar.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.zhibiao.extract");

    @Test
    void theGrammarKnowsNoFramework() {
        assertThat(CLASSES).isNotEmpty();
        noClasses()
                .that()
                .resideInAPackage("dev.zhibiao.extract.grammar..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io..",
                        "jakarta..",
                        "org.bson..",
                        "com.mongodb..",
                        "org.apache..",
                        "com.fasterxml..",
                        "picocli..",
                        "dev.zhibiao.events..",
                        "dev.zhibiao.stage..",
                        "dev.zhibiao.extract.report..",
                        "dev.zhibiao.extract.cli..")
                .check(CLASSES);
    }

    @Test
    void layersOfTheGrammarImportOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("text")
                .definedBy(GRAMMAR + "text")
                .layer("number")
                .definedBy(GRAMMAR + "number")
                .layer("unit")
                .definedBy(GRAMMAR + "unit")
                .layer("quantity")
                .definedBy(GRAMMAR + "quantity")
                .layer("period")
                .definedBy(GRAMMAR + "period")
                .layer("indicator")
                .definedBy(GRAMMAR + "indicator")
                .layer("rule")
                .definedBy(GRAMMAR + "rule")
                .whereLayer("text")
                .mayNotAccessAnyLayer()
                .whereLayer("number")
                .mayOnlyAccessLayers("text")
                .whereLayer("unit")
                .mayOnlyAccessLayers("text", "number")
                .whereLayer("quantity")
                .mayOnlyAccessLayers("text", "number", "unit")
                .whereLayer("period")
                .mayOnlyAccessLayers("text", "number", "unit", "quantity")
                .whereLayer("indicator")
                .mayOnlyAccessLayers("text", "number", "unit", "quantity", "period")
                .check(CLASSES);
    }
}
