package dev.zhibiao.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KustomizationTest {

    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void readsAnOverlayAsKubectlDoes(String overlay) throws IOException, InterruptedException {
        Optional<Path> kubectl = kubectl();
        assumeTrue(kubectl.isPresent(), "no kubectl in KUBEBUILDER_ASSETS or PATH to compare with");

        Process process = new ProcessBuilder(
                        kubectl.get().toString(),
                        "kustomize",
                        Overlay.FOLDER.resolve("overlays").resolve(overlay).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();

        Map<String, JsonNode> expected = new TreeMap<>();
        Yaml.parse(printed).forEach(json -> expected.put(new Manifest(json).id(), json));
        Map<String, JsonNode> read = new TreeMap<>();
        Overlay.load(overlay).manifests().forEach(manifest -> read.put(manifest.id(), manifest.json()));
        assertThat(read).isEqualTo(expected);
    }

    private static Optional<Path> kubectl() {
        String assets = System.getenv().getOrDefault("KUBEBUILDER_ASSETS", "");
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Stream.of(assets), Stream.of(path.split(File.pathSeparator)))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "kubectl"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
