package dev.zhibiao.ingest.upload;

import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.KnownReport;
import dev.zhibiao.events.ReportId;
import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.TestBroker;
import dev.zhibiao.ingest.Main;
import io.kroxylicious.testing.kafka.common.KafkaClusterConfig;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real broker in the test's VM; another replica has received one report before this one starts. */
public class Broker implements QuarkusTestResourceLifecycleManager {

    static final String EARLIER_TEXT = "青原县另一份副本先收到的报告。";
    static final int MOST_IN_FLIGHT = 3;
    static final int LARGEST_DOCUMENT = 1 << 20;

    private @Nullable TestBroker broker;

    @Override
    public Map<String, String> start() {
        // The test starts the application without its main method.
        System.setProperty(Main.DO_NOT_JUDGE_URIS, "true");
        TestBroker started = TestBroker.start(config());
        broker = started;
        started.put(Topic.KNOWN, ReportId.of(EARLIER_TEXT), EventJson.write(new KnownReport("received", List.of())));
        return settings(started);
    }

    /** As it is: everyone may come in. */
    KafkaClusterConfig config() {
        return TestBroker.config().build();
    }

    private static Map<String, String> settings(TestBroker broker) {
        Map<String, String> settings = new HashMap<>();
        broker.clientSettings().forEach((name, value) -> settings.put("kafka." + name, value.toString()));
        settings.put("zhibiao.ingest.max-in-flight", Integer.toString(MOST_IN_FLIGHT));
        settings.put("zhibiao.ingest.max-document-bytes", Integer.toString(LARGEST_DOCUMENT));
        settings.put("quarkus.http.test-port", "0");
        return settings;
    }

    @Override
    public void stop() {
        if (broker != null) {
            broker.close();
        }
    }
}
