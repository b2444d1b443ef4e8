package dev.zhibiao.extract.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zhibiao.events.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Measured on the heads of real reports where they are at hand; their titles, names and days are in the repository. */
class MetadataGoldTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CORPUS =
            Path.of(System.getProperty("zhibiao.shared", "../../shared")).resolve("corpus");
    private static final List<String> FIELDS = List.of(
            "title",
            "refArea",
            "areaCode",
            "level",
            "kind",
            "reviewPeriod",
            "targetPeriod",
            "deliveredOn",
            "speaker",
            "conflicts");

    @Test
    void readsTheHeadsOfRealReports() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "no corpus of reports beside the repository");
        List<String> wrong = new ArrayList<>();
        int fields = 0;
        for (JsonNode gold : JSON.readTree(getClass().getResourceAsStream("metadata.gold.json"))) {
            Path file = CORPUS.resolve(gold.get("doc").asText());
            JsonNode read = JSON.readTree(EventJson.write(MetadataReader.read(Files.readString(file))));
            for (String field : FIELDS) {
                fields++;
                String wanted = text(gold.get(field));
                String found = text(read.path(field));
                if (!wanted.equals(found)) {
                    wrong.add(file.getFileName() + " " + field + ": " + wanted + ", read " + found);
                }
            }
        }
        assertThat(fields).isGreaterThanOrEqualTo(400);
        assertThat(wrong).hasSizeLessThanOrEqualTo(fields / 100);
    }

    private static String text(JsonNode value) {
        String text =
                value.isNull() || value.isMissingNode() ? "" : value.isValueNode() ? value.asText() : value.toString();
        return text.replace(" ", "");
    }
}
