package dev.zhibiao.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {

    private static final Schemas SCHEMAS = new Schemas();

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void eachResourceIsAsItsKindIsDefined(String overlay) {
        List<Manifest> manifests = Overlay.load(overlay).manifests();

        assertThat(manifests).hasSizeGreaterThan(40);
        assertThat(manifests).flatExtracting(SCHEMAS::findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void whatNoDefinitionSaysHoldsToo(String overlay) {
        Overlay loaded = Overlay.load(overlay);

        assertThat(loaded.services()).hasSize(4);
        assertThat(Check.all()).flatExtracting(check -> check.findings(loaded)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void theKafkaClientFitsBesideIt(String overlay) {
        Overlay beside = Overlay.load(overlay).with("kafka-client.yaml");

        assertThat(beside.of(Manifest.POD))
                .singleElement()
                .satisfies(pod -> assertThat(pod.name()).isEqualTo("kafka-client"));
        assertThat(beside.manifests()).flatExtracting(SCHEMAS::findings).isEmpty();
        assertThat(Check.all()).flatExtracting(check -> check.findings(beside)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void theFilesStandInInstallOrderAndAreAllInstalled(Path folder) {
        List<String> files = files(folder);

        assertThat(Kustomization.resources(folder).stream()
                        .filter(resource -> resource.endsWith(".yaml"))
                        .toList())
                .containsExactlyElementsOf(files);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void eachFileHasTheOneResourceThatItsNameSays(Path folder) {
        for (String file : files(folder)) {
            assertThat(Yaml.read(folder.resolve(file))).as(file).singleElement().satisfies(json -> {
                Manifest manifest = new Manifest(json);
                assertThat(file.substring(4)).isEqualTo(manifest.kind() + "-" + manifest.name() + ".yaml");
            });
        }
    }

    /** Base, overlays and components. */
    static List<Path> folders() {
        try (Stream<Path> files = Files.walk(Overlay.FOLDER)) {
            return files.filter(file -> file.endsWith("kustomization.yaml"))
                    .map(Path::getParent)
                    .filter(folder -> !folder.toString().contains("target"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The resources of a folder, {@code 010-ServiceAccount-….yaml}, in their order. */
    private static List<String> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{3}-.*\\.yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
