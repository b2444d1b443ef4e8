package dev.zhibiao.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.zhibiao.events.Topic;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What {@link IngestBenchmark} compares with: an endpoint that gives the bytes on to Kafka and answers then. */
final class BareForwarder {

    private BareForwarder() {}

    /** The arguments are a port and the broker's address. */
    public static void main(String[] arguments) throws IOException {
        KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        arguments[1],
                        "acks",
                        "all",
                        "linger.ms",
                        5,
                        "batch.size",
                        512 << 10,
                        "max.request.size",
                        Topic.RECEIVED.largestMessageBytes(),
                        "compression.type",
                        "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        HttpServer server = HttpServer.create(new InetSocketAddress(Ports.HOST, Integer.parseInt(arguments[0])), 0);
        server.setExecutor(Executors.newFixedThreadPool(32));
        server.createContext("/reports", exchange -> forward(exchange, producer));
        server.start();
    }

    private static void forward(HttpExchange exchange, KafkaProducer<byte[], byte[]> producer) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            // The service's own topic, and not one that it reads: it would take every document a second time.
            producer.send(new ProducerRecord<>(Topic.RECEIVED.topicName(), body))
                    .get();
            exchange.sendResponseHeaders(202, -1);
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException(e);
        }
    }
}
