package dev.zhibiao.local;

import dev.zhibiao.events.Topic;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        description = "Compares a broker's topics with the table of topics; changes them with --apply. 对照主题表检查并设置主题。")
final class TopicsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--bootstrap", required = true, paramLabel = "HOST:PORT", description = "the Kafka to look at")
    private String bootstrapServers = "";

    @Option(names = "--apply", description = "create what is missing and alter what differs")
    private boolean apply;

    @Option(
            names = "--replication",
            paramLabel = "N",
            description = "replicas of topics that are created; default: the broker's")
    private @Nullable Short replication;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "properties of the client, for TLS and SASL (security.protocol, sasl.*, ssl.*)")
    private @Nullable Path commandConfig;

    @Override
    public Integer call() {
        LauncherLog.notOnTheTerminal();
        try (Topics topics = Topics.at(bootstrapServers, client())) {
            List<TopicDifference> differences = topics.differences();
            List<TopicDifference> left = apply ? topics.make(differences, replication) : differences;
            print(differences, left);
            return left.stream().anyMatch(TopicDifference::certain) ? 1 : 0;
        }
    }

    private Map<String, Object> client() {
        Properties properties = new Properties();
        if (commandConfig != null) {
            try (Reader file = Files.newBufferedReader(commandConfig, StandardCharsets.UTF_8)) {
                properties.load(file);
            } catch (IOException | IllegalArgumentException e) {
                throw new CannotRunException(e, "path.unreadable", commandConfig, Reason.of(e));
            }
        }
        Map<String, Object> client = new HashMap<>();
        properties.forEach((key, value) -> client.put(key.toString(), value));
        return client;
    }

    private void print(List<TopicDifference> differences, List<TopicDifference> left) {
        Table table = new Table()
                .row(
                        Messages.of("table.topic"),
                        Messages.of("table.setting"),
                        Messages.of("table.is"),
                        Messages.of("table.wanted"),
                        Messages.of("table.outcome"));
        for (Topic topic : Topic.values()) {
            if (differences.stream().noneMatch(d -> d.where().equals(topic.topicName()))) {
                table.row(topic.topicName(), "", "", "", Messages.of("topics.as-wanted"));
            }
        }
        for (TopicDifference d : differences) {
            String change = d.change().name().toLowerCase(Locale.ROOT).replace('_', '-');
            String outcome = Messages.of("topics." + (left.contains(d) ? "left." : "done.") + change);
            table.row(d.where(), d.setting(), d.actual().isEmpty() ? "-" : d.actual(), d.wanted(), outcome);
        }
        spec.commandLine().getOut().println(table.text());
    }
}
