package dev.zhibiao.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.zhibiao.ingest");

    @Test
    void decodingKnowsNoFramework() {
        assertThat(CLASSES).isNotEmpty();
        noClasses()
                .that()
                .resideInAPackage("dev.zhibiao.ingest.document..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io..",
                        "jakarta..",
                        "org.apache..",
                        "com.fasterxml..",
                        "dev.zhibiao.stage..",
                        "dev.zhibiao.ingest.publish..")
                .check(CLASSES);
    }

    @Test
    void formatsKnowNothingOfTheService() {
        noClasses()
                .that()
                .resideInAPackage("dev.zhibiao.ingest.format..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io..",
                        "jakarta..",
                        "com.fasterxml..",
                        "org.apache.kafka..",
                        "dev.zhibiao.stage..",
                        "dev.zhibiao.ingest.isolation..",
                        "dev.zhibiao.ingest.publish..",
                        "dev.zhibiao.ingest.upload..")
                .check(CLASSES);
    }

    @Test
    void onlyTheParsersProcessParses() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.zhibiao.ingest.format..")
                .and()
                .doNotHaveFullyQualifiedName("dev.zhibiao.ingest.isolation.ParserMain")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.zhibiao.ingest.format..",
                        "org.apache.tika..",
                        "org.apache.pdfbox..",
                        "org.apache.poi..",
                        "org.jsoup..")
                .check(CLASSES);
    }

    @Test
    void fingerprintsKnowNothingButHashes() {
        noClasses()
                .that()
                .resideInAPackage("dev.zhibiao.ingest.fingerprint..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io..", "jakarta..", "org.apache..", "com.fasterxml..", "dev.zhibiao.ingest.[publish|upload]..")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.zhibiao.ingest.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
