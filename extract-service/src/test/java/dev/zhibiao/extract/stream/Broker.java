package dev.zhibiao.extract.stream;

import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.Topic;
import dev.zhibiao.events.testing.TestBroker;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real broker in the test's VM with one record that was there before the service. */
public class Broker implements QuarkusTestResourceLifecycleManager {

    static final String EARLIER_TEXT = "二〇一九年，全区实现地区生产总值88.8亿元。";

    private @Nullable TestBroker broker;

    @Override
    public Map<String, String> start() {
        TestBroker started = TestBroker.start(TestBroker.config().build());
        broker = started;
        var earlier = Received.of(EARLIER_TEXT);
        started.put(Topic.RECEIVED, earlier.reportId(), EventJson.write(earlier));
        return Map.of(
                "kafka.bootstrap.servers",
                started.bootstrapServers(),
                // Long enough for a busy machine, short enough to wait for.
                "zhibiao.extract.time-limit",
                "4s",
                "quarkus.http.test-port",
                "0");
    }

    @Override
    public void stop() {
        if (broker != null) {
            broker.close();
        }
    }
}
