package dev.zhibiao.local;

import dev.zhibiao.events.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;

/** Creates what the table of topics names and the broker does not have yet. */
final class Topics {

    private static final int TIMEOUT_MILLIS = 20_000;

    private Topics() {}

    static void create(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS / 2,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            var present = admin.listTopics().names().get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
            List<NewTopic> missing = new ArrayList<>();
            for (Topic topic : Topic.values()) {
                if (!present.contains(topic.topicName())) {
                    missing.add(new NewTopic(topic.topicName(), Optional.of(topic.partitions()), Optional.empty())
                            .configs(topic.config()));
                }
            }
            admin.createTopics(missing).all().get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new CannotRunException(e, "kafka.unreachable", bootstrapServers, Reason.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRunException(e, "kafka.unreachable", bootstrapServers, Reason.of(e));
        }
    }
}
