package dev.zhibiao.local;

import dev.zhibiao.events.Topic;
import dev.zhibiao.local.TopicDifference.Change;
import java.io.Closeable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** A broker's topics beside the table of topics: what is missing or differs, and putting it right. */
final class Topics implements Closeable {

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final Duration SETTLING = Duration.ofMillis(100);
    private static final String PARTITIONS = "partitions";

    private final String bootstrapServers;
    private final Admin admin;

    private Topics(String bootstrapServers, Admin admin) {
        this.bootstrapServers = bootstrapServers;
        this.admin = admin;
    }

    /**
     * Connects.
     *
     * @param more the client's settings beside the address: TLS and SASL
     */
    static Topics at(String bootstrapServers, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS / 2);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        try {
            return new Topics(bootstrapServers, Admin.create(settings));
        } catch (KafkaException e) {
            throw new CannotRunException(e, "kafka.unreachable", bootstrapServers, Reason.of(e));
        }
    }

    /** Creates what the broker does not have yet; returns what else differs, which is left as it is. */
    static List<TopicDifference> create(String bootstrapServers) {
        try (Topics topics = at(bootstrapServers, Map.of())) {
            List<TopicDifference> found = topics.differences();
            topics.make(found.stream().filter(d -> d.change() == Change.CREATE).toList(), null);
            return found.stream()
                    .filter(d -> d.certain() && d.change() != Change.CREATE)
                    .toList();
        }
    }

    /** Makes a broker of our own as the table says, as far as that is possible. */
    static void apply(String bootstrapServers) {
        try (Topics topics = at(bootstrapServers, Map.of())) {
            topics.make(topics.differences(), null);
        }
    }

    /** Everything that is not as the table says, topics in its order. */
    List<TopicDifference> differences() {
        List<TopicDifference> found = new ArrayList<>();
        Map<Topic, Integer> present = partitions();
        Map<ConfigResource, Config> configs = answer(admin.describeConfigs(
                        present.keySet().stream().map(Topics::resource).toList())
                .all());
        for (Topic topic : Topic.values()) {
            Integer partitions = present.get(topic);
            if (partitions == null) {
                found.add(new TopicDifference(
                        topic.topicName(), PARTITIONS, "", Integer.toString(topic.partitions()), Change.CREATE));
                continue;
            }
            comparePartitions(topic, partitions, found);
            Config config = configs.get(resource(topic));
            topic.config().forEach((key, wanted) -> {
                String actual = config == null ? "" : value(config.get(key));
                if (!actual.equals(wanted)) {
                    found.add(new TopicDifference(topic.topicName(), key, actual, wanted, Change.ALTER));
                }
            });
        }
        for (Node broker : answer(admin.describeCluster().nodes())) {
            compareBroker(broker, found);
        }
        return found;
    }

    /** How many partitions those topics have that are there. */
    private Map<Topic, Integer> partitions() {
        var described = admin.describeTopics(
                        List.of(Topic.values()).stream().map(Topic::topicName).toList())
                .topicNameValues();
        Map<Topic, Integer> partitions = new LinkedHashMap<>();
        for (Topic topic : Topic.values()) {
            var description = described.get(topic.topicName());
            if (description == null) {
                continue;
            }
            answerUnless(UnknownTopicOrPartitionException.class, description)
                    .ifPresent(d -> partitions.put(topic, d.partitions().size()));
        }
        return partitions;
    }

    private void comparePartitions(Topic topic, int actual, List<TopicDifference> found) {
        if (actual == topic.partitions()) {
            return;
        }
        Change change = actual > topic.partitions()
                ? Change.NEVER_LOWERED
                : topic.compacted() && !isEmpty(topic, actual) ? Change.COMPACTED : Change.RAISE;
        found.add(new TopicDifference(
                topic.topicName(), PARTITIONS, Integer.toString(actual), Integer.toString(topic.partitions()), change));
    }

    private boolean isEmpty(Topic topic, int partitions) {
        List<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(p -> new TopicPartition(topic.topicName(), p))
                .toList();
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        all.forEach(p -> ends.put(p, OffsetSpec.latest()));
        return answer(admin.listOffsets(ends).all()).values().stream().allMatch(end -> end.offset() == 0);
    }

    /**
     * What no topic can have of its own. {@code message.max.bytes} is not looked at, as every topic of the table
     * overrides it, and {@code replica.fetch.max.bytes} is no limit: a larger batch comes alone.
     */
    private void compareBroker(Node broker, List<TopicDifference> found) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.BROKER, broker.idString());
        Map<String, Long> atLeast = new LinkedHashMap<>();
        atLeast.put("offsets.retention.minutes", Topic.OFFSETS_RETENTION.toMinutes());
        atLeast.put("socket.request.max.bytes", (long) Topic.largestMessageBytes());
        Optional<Config> config = answerUnless(
                        AuthorizationException.class,
                        admin.describeConfigs(List.of(resource)).all())
                .map(configs -> configs.get(resource));
        String where = Messages.of("topics.broker", broker.idString());
        atLeast.forEach((key, wanted) -> {
            String actual = value(config.map(c -> c.get(key)).orElse(null));
            if (actual.isEmpty()) {
                found.add(new TopicDifference(where, key, actual, wanted.toString(), Change.UNREADABLE));
            } else if (Long.parseLong(actual) < wanted) {
                found.add(new TopicDifference(where, key, actual, wanted.toString(), Change.OF_BROKER));
            }
        });
    }

    /**
     * Puts right what can be and waits until the broker says so: it has accepted a change before it shows it.
     *
     * @param replication of topics that are created; without it the broker's default
     * @return what is left
     */
    List<TopicDifference> make(List<TopicDifference> differences, @Nullable Short replication) {
        for (Topic topic : Topic.values()) {
            List<TopicDifference> own = differences.stream()
                    .filter(d -> d.changeable() && d.where().equals(topic.topicName()))
                    .toList();
            List<AlterConfigOp> alterations = new ArrayList<>();
            for (TopicDifference difference : own) {
                switch (difference.change()) {
                    case CREATE -> create(topic, replication);
                    case RAISE ->
                        answer(admin.createPartitions(
                                        Map.of(topic.topicName(), NewPartitions.increaseTo(topic.partitions())))
                                .all());
                    default ->
                        alterations.add(new AlterConfigOp(
                                new ConfigEntry(difference.setting(), difference.wanted()), AlterConfigOp.OpType.SET));
                }
            }
            if (!alterations.isEmpty()) {
                answer(admin.incrementalAlterConfigs(Map.of(resource(topic), alterations))
                        .all());
            }
        }
        List<TopicDifference> left = remaining(differences);
        for (long end = System.nanoTime() + TIMEOUT_MILLIS * 1_000_000L;
                left.stream().anyMatch(TopicDifference::changeable) && System.nanoTime() < end; ) {
            Pause.of(SETTLING);
            left = remaining(differences);
        }
        return left;
    }

    private List<TopicDifference> remaining(List<TopicDifference> of) {
        return differences().stream().filter(of::contains).toList();
    }

    private void create(Topic topic, @Nullable Short replication) {
        NewTopic created =
                new NewTopic(topic.topicName(), Optional.of(topic.partitions()), Optional.ofNullable(replication));
        // Where another has just created it, that one had the same table.
        answerUnless(
                TopicExistsException.class,
                admin.createTopics(List.of(created.configs(topic.config()))).all());
    }

    private static ConfigResource resource(Topic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
    }

    private static String value(@Nullable ConfigEntry entry) {
        return entry == null || entry.value() == null ? "" : entry.value();
    }

    private <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(2L * TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw refused(e);
        } catch (TimeoutException e) {
            throw new CannotRunException(e, "kafka.unreachable", bootstrapServers, Reason.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRunException(e, "kafka.unreachable", bootstrapServers, Reason.of(e));
        }
    }

    /** Nothing where the broker refuses for this reason. */
    private <T> Optional<T> answerUnless(Class<? extends KafkaException> reason, KafkaFuture<T> future) {
        try {
            return Optional.ofNullable(answer(future));
        } catch (CannotRunException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (reason.isInstance(cause)) {
                    return Optional.empty();
                }
            }
            throw e;
        }
    }

    private CannotRunException refused(ExecutionException e) {
        boolean silent = e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException
                || e.getCause() instanceof DisconnectException;
        return new CannotRunException(
                e, silent ? "kafka.unreachable" : "kafka.refused", bootstrapServers, Reason.of(e));
    }

    @Override
    public void close() {
        admin.close();
    }
}
