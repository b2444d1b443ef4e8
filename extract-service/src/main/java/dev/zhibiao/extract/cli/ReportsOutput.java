package dev.zhibiao.extract.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zhibiao.events.EventJson;
import dev.zhibiao.extract.report.Extraction;
import java.io.IOException;
import java.io.PrintWriter;

/** One JSON object per report: its metadata and the number of its observations. */
record ReportsOutput(PrintWriter out) implements Output {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void print(String doc, String text, Extraction extraction) throws IOException {
        ObjectNode report = JSON.createObjectNode().put("doc", doc);
        report.setAll((ObjectNode) JSON.readTree(EventJson.write(extraction.metadata())));
        out.println(report.put("observations", extraction.observations().size()));
    }
}
