package dev.zhibiao.ingest.upload;

import io.kroxylicious.testing.kafka.common.KafkaClusterConfig;
import io.kroxylicious.testing.kafka.common.KeytoolCertificateGenerator;

/** A broker that talks TLS only, and only to who knows the password (SASL). */
public class SecureBroker extends Broker {

    static final String PASSWORD = "sesame-of-this-test";

    @Override
    KafkaClusterConfig.KafkaClusterConfigBuilder secured(KafkaClusterConfig.KafkaClusterConfigBuilder builder)
            throws Exception {
        return builder.securityProtocol("SASL_SSL")
                .saslMechanism("PLAIN")
                .user("zhibiao", PASSWORD)
                .brokerKeytoolCertificateGenerator(new KeytoolCertificateGenerator());
    }
}
