package dev.zhibiao.ingest.upload;

import dev.zhibiao.events.testing.TestBroker;
import io.kroxylicious.testing.kafka.common.KafkaClusterConfig;
import io.kroxylicious.testing.kafka.common.KeytoolCertificateGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A broker that talks TLS only, and only to who knows the password (SASL). */
public class SecureBroker extends Broker {

    static final String PASSWORD = "sesame-of-this-test";

    @Override
    KafkaClusterConfig config() {
        try {
            return TestBroker.config()
                    .securityProtocol("SASL_SSL")
                    .saslMechanism("PLAIN")
                    .user("zhibiao", PASSWORD)
                    .brokerKeytoolCertificateGenerator(new KeytoolCertificateGenerator())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
