package dev.zhibiao.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** What a service really does, read from its own configuration and sources: ports, topics, groups, settings. */
final class ServiceSources {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)");
    private static final Pattern PORT = Pattern.compile("\\$\\{[A-Z_]+:(\\d+)}");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern PROPERTY =
            Pattern.compile("(?m)^ {4}(?:[A-Za-z]+(?:<[^>]+>)?) ([a-z][A-Za-z0-9]*)\\(\\);");
    private static final Pattern CHANNEL = Pattern.compile("mp\\.messaging\\.(incoming|outgoing)\\.([^.]+)\\.topic");
    /** Settings of Quarkus and of the virtual machine that the manifests may use; they stand in no file of ours. */
    private static final Set<String> PLATFORM = Set.of(
            "JAVA_TOOL_OPTIONS", "QUARKUS_CONFIG_LOCATIONS", "QUARKUS_HTTP_CORS_ENABLED", "QUARKUS_HTTP_CORS_ORIGINS");

    private static final Map<String, ServiceSources> LOADED = new HashMap<>();

    private final Properties properties = new Properties();
    private final Set<String> variables = new HashSet<>();

    private ServiceSources(Path root, String module) {
        try {
            configured(root.resolve("stage/src/main/resources/META-INF/microprofile-config.properties"));
            configured(root.resolve(module).resolve("src/main/resources/application.properties"));
            for (String sources : List.of(module, "access", "stage")) {
                try (Stream<Path> files = Files.walk(root.resolve(sources).resolve("src/main/java"))) {
                    for (Path java : files.filter(path -> path.toString().endsWith(".java"))
                            .toList()) {
                        mapped(Files.readString(java));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        kafkaSettings();
        variables.addAll(PLATFORM);
    }

    /** Of a module such as {@code store-service}. */
    static synchronized ServiceSources of(String module) {
        return LOADED.computeIfAbsent(
                module, name -> new ServiceSources(Path.of(System.getProperty("zhibiao.root")), name));
    }

    private void configured(Path file) throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        VARIABLE.matcher(Files.readString(file)).results().forEach(result -> variables.add(result.group(1)));
    }

    private void mapped(String source) {
        Matcher mapping = MAPPING.matcher(source);
        if (mapping.find()) {
            PROPERTY.matcher(source)
                    .results()
                    .forEach(property -> variables.add(variable(mapping.group(1) + "." + kebab(property.group(1)))));
        }
    }

    private void kafkaSettings() {
        Stream.of(ConsumerConfig.configNames(), ProducerConfig.configNames(), AdminClientConfig.configNames())
                .flatMap(Set::stream)
                .forEach(name -> variables.add(variable("kafka." + name)));
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** Whether a variable of the environment changes anything in it. */
    boolean reads(String variable) {
        return variables.contains(variable);
    }

    /** The port it listens on without other configuration. */
    int port() {
        Matcher port = PORT.matcher(properties.getProperty("quarkus.http.port"));
        if (!port.matches()) {
            throw new IllegalStateException("no port in " + properties.getProperty("quarkus.http.port"));
        }
        return Integer.parseInt(port.group(1));
    }

    /** Topics by the consumer group that reads them. */
    Map<String, Set<String>> topicsByGroup() {
        Map<String, Set<String>> topics = new TreeMap<>();
        channels("incoming").forEach((channel, topic) -> {
            String group = properties.getProperty("mp.messaging.incoming." + channel + ".group.id");
            topics.computeIfAbsent(group, key -> new TreeSet<>()).add(topic);
        });
        return topics;
    }

    /** Topics of its outgoing channels. */
    Set<String> written() {
        return new TreeSet<>(channels("outgoing").values());
    }

    private Map<String, String> channels(String direction) {
        Map<String, String> channels = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            Matcher channel = CHANNEL.matcher(name);
            if (channel.matches() && channel.group(1).equals(direction)) {
                channels.put(channel.group(2), properties.getProperty(name));
            }
        }
        return channels;
    }
}
