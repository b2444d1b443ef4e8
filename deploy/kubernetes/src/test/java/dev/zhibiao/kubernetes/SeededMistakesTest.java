package dev.zhibiao.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.zjsonpatch.JsonPatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake of each sort in one resource, as a JSON Patch, and what is said of it. */
class SeededMistakesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schemas SCHEMAS = new Schemas();
    private static final Overlay PRODUCTION = Overlay.load("production");
    private static final Overlay LOCAL = Overlay.load("local");

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Deployment/extract-service | [{"op":"move","from":"/spec/strategy","path":"/spec/stragety"}] | stragety
            Deployment/extract-service | [{"op":"replace","path":"/spec/template/spec/containers/0/ports/0/containerPort","value":"8082"}] | integer
            Deployment/extract-service | [{"op":"remove","path":"/spec/selector"}] | selector
            Deployment/ingest-service | [{"op":"move","from":"/spec/template/spec/containers/0/livenessProbe/httpGet","path":"/spec/template/spec/containers/0/livenessProbe/httpget"}] | httpget
            Deployment/ingest-service | [{"op":"add","path":"/spec/template/spec/containers/0/resources/limit","value":{}}] | limit
            Service/store-service | [{"op":"replace","path":"/spec/ports/0/port","value":"eighty"}] | integer
            NetworkPolicy/mongodb | [{"op":"add","path":"/spec/egres","value":[]}] | egres
            PodDisruptionBudget/store-writer | [{"op":"move","from":"/spec/maxUnavailable","path":"/spec/maxUnavailible"}] | maxUnavailible
            Ingress/zhibiao | [{"op":"add","path":"/spec/rules/0/http/paths/0/backend/serviceName","value":"x"}] | serviceName
            Kafka/zhibiao | [{"op":"replace","path":"/spec/kafka/listeners/0/tls","value":"yes"}] | boolean
            Kafka/zhibiao | [{"op":"add","path":"/spec/zookeeper","value":{}}] | zookeeper
            KafkaNodePool/broker | [{"op":"replace","path":"/spec/roles/0","value":"brocker"}] | enumeration
            KafkaTopic/reports.failed | [{"op":"move","from":"/spec/partitions","path":"/spec/partition"}] | partition
            KafkaUser/keda | [{"op":"replace","path":"/spec/authorization/acls/0/operations/0","value":"Peek"}] | enumeration
            ScaledObject/store-writer | [{"op":"replace","path":"/spec/maxReplicaCount","value":"6"}] | integer
            ScaledObject/store-writer | [{"op":"move","from":"/spec/triggers/0/metadata/lagThreshold","path":"/spec/triggers/0/metadata/lagThreshhold"}] | lagThreshhold
            TriggerAuthentication/kafka | [{"op":"remove","path":"/spec/secretTargetRef/0/key"}] | key
            """)
    void theDefinitionOfTheKindFinds(String resource, String patch, String said) {
        Overlay mistaken = with(PRODUCTION, resource, patch);

        assertThat(mistaken.manifests().stream().flatMap(manifest -> SCHEMAS.findings(manifest).stream()))
                .anySatisfy(finding -> assertThat(finding).contains(said))
                .allSatisfy(finding -> assertThat(finding).startsWith(resource));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Service/store-service | [{"op":"replace","path":"/spec/selector/app.kubernetes.io~1name","value":"store"}] | its selector matches no pod
            Deployment/store-writer | [{"op":"replace","path":"/spec/selector/matchLabels/app.kubernetes.io~1name","value":"store"}] | its selector does not match its own pods
            Deployment/store-writer | [{"op":"replace","path":"/spec/template/spec/topologySpreadConstraints/0/labelSelector/matchLabels/app.kubernetes.io~1name","value":"store"}] | it spreads other pods
            PodDisruptionBudget/store-writer | [{"op":"replace","path":"/spec/selector/matchLabels/app.kubernetes.io~1name","value":"store"}] | matches the pods of 0 workloads
            PodDisruptionBudget/store-writer | [{"op":"remove","path":"/spec/selector/matchLabels/app.kubernetes.io~1name"}] | matches the pods of 4 workloads
            NetworkPolicy/ingress | [{"op":"replace","path":"/spec/podSelector/matchExpressions/0/values","value":["store"]}] | a selector matches no pod
            NetworkPolicy/names-and-kafka | [{"op":"replace","path":"/spec/egress/1/to/0/podSelector/matchLabels/strimzi.io~1kind","value":"Broker"}] | a selector matches no pod
            Service/ingest-service | [{"op":"replace","path":"/spec/ports/0/targetPort","value":"web"}] | opens no port web
            Service/ingest-service | [{"op":"replace","path":"/spec/ports/0/targetPort","value":8080}] | opens no port 8080
            NetworkPolicy/ingress | [{"op":"replace","path":"/spec/ingress/0/ports/0/port","value":"web"}] | opens no port web
            Ingress/zhibiao | [{"op":"replace","path":"/spec/rules/0/http/paths/0/backend/service/port/name","value":"web"}] | no service store-service with a port web
            Ingress/zhibiao-ingest | [{"op":"replace","path":"/spec/rules/0/http/paths/0/backend/service/name","value":"ingest"}] | no service ingest with a port http
            Deployment/extract-service | [{"op":"replace","path":"/spec/template/spec/containers/0/livenessProbe/httpGet/port","value":"web"}] | no container opens the port web of its livenessProbe
            Deployment/extract-service | [{"op":"replace","path":"/spec/template/spec/containers/0/ports/0/containerPort","value":8080}] | the service listens on 8082
            Deployment/extract-service | [{"op":"replace","path":"/spec/template/spec/containers/0/livenessProbe/httpGet/path","value":"/q/health"}] | its livenessProbe asks
            ConfigMap/zhibiao | [{"op":"add","path":"/data/KAFKA_BOOTSTRAP_SERVER","value":"x"}] | KAFKA_BOOTSTRAP_SERVER is nothing that
            ConfigMap/store-service | [{"op":"add","path":"/data/ZHIBIAO_STORE_WRITE","value":"true"}] | ZHIBIAO_STORE_WRITE is nothing that store-service reads
            ConfigMap/ingest-service | [{"op":"replace","path":"/metadata/name","value":"ingest"}] | there is no ConfigMap ingest-service
            Deployment/store-writer | [{"op":"replace","path":"/spec/template/spec/containers/0/env/1/name","value":"ZHIBIAO_STORE_WRITES"}] | ZHIBIAO_STORE_WRITES is nothing that store-service reads
            Deployment/store-writer | [{"op":"replace","path":"/spec/template/spec/containers/0/env/2/valueFrom/secretKeyRef/key","value":"password"}] | no secret zhibiao-cluster-ca-cert has a key password
            Deployment/store-writer | [{"op":"replace","path":"/spec/template/spec/serviceAccountName","value":"writer"}] | there is no ServiceAccount writer
            Deployment/store-writer | [{"op":"replace","path":"/spec/template/spec/volumes/0/name","value":"temp"}] | there is no volume tmp
            Deployment/store-writer | [{"op":"remove","path":"/spec/template/spec/containers/0/securityContext/readOnlyRootFilesystem"}] | its root file system can be written to
            Deployment/store-writer | [{"op":"replace","path":"/spec/template/spec/automountServiceAccountToken","value":true}] | it has a token
            Deployment/store-writer | [{"op":"remove","path":"/spec/template/spec/containers/0/resources/limits"}] | it has no resources/limits/memory
            Deployment/store-writer | [{"op":"add","path":"/spec/replicas","value":1}] | every apply would set back
            Deployment/store-writer | [{"op":"replace","path":"/spec/template/spec/containers/0/image","value":"zhibiao/store-service"}] | its image has no version
            TriggerAuthentication/kafka | [{"op":"replace","path":"/spec/secretTargetRef/1/key","value":"tls.crt"}] | no secret keda has a key tls.crt
            KafkaNodePool/broker | [{"op":"remove","path":"/spec/template/pod/securityContext/runAsNonRoot"}] | Strimzi would make a pod that the namespace refuses
            Kafka/zhibiao | [{"op":"remove","path":"/spec/kafkaExporter/template/container"}] | Strimzi would make a pod that the namespace refuses
            Kafka/zhibiao | [{"op":"replace","path":"/spec/kafka/config/offsets.retention.minutes","value":10080}] | offsets.retention.minutes must be at least
            Kafka/zhibiao | [{"op":"replace","path":"/spec/kafka/config/message.max.bytes","value":1048588}] | message.max.bytes
            Kafka/zhibiao | [{"op":"replace","path":"/spec/kafka/config/min.insync.replicas","value":3}] | none may be away
            Kafka/zhibiao | [{"op":"remove","path":"/spec/kafka/config/auto.create.topics.enable"}] | a misspelt topic would be created
            KafkaTopic/reports.stored | [{"op":"replace","path":"/spec/partitions","value":3}] | the table has 6 partitions
            KafkaTopic/reports.stored | [{"op":"replace","path":"/spec/config/retention.ms","value":604800000}] | its config is
            KafkaTopic/observations | [{"op":"replace","path":"/spec/config/cleanup.policy","value":"delete"}] | its config is
            KafkaTopic/observations | [{"op":"replace","path":"/metadata/name","value":"observation"}] | it is not in the table of topics
            KafkaTopic/observations | [{"op":"replace","path":"/metadata/labels/strimzi.io~1cluster","value":"kafka"}] | there is no Kafka of its label
            KafkaUser/extract-service | [{"op":"replace","path":"/spec/authorization/acls/0/resource/name","value":"extract"}] | there is no group extract
            KafkaUser/extract-service | [{"op":"replace","path":"/spec/authorization/acls/1/resource/name","value":"reports.recieved"}] | there is no topic reports.recieved
            KafkaUser/extract-service | [{"op":"replace","path":"/spec/authorization/acls/2/operations","value":["Describe"]}] | it may not Write the topic reports.extracted
            KafkaUser/extract-service | [{"op":"replace","path":"/spec/authorization/acls/2/operations","value":["Write","Delete"]}] | no service needs to Delete
            KafkaUser/extract-service | [{"op":"replace","path":"/spec/authorization/acls/2/resource/patternType","value":"prefix"}] | a pattern allows what comes later
            KafkaUser/ingest-service | [{"op":"remove","path":"/spec/authorization/acls/5"}] | it may not Write the topic reports.received
            KafkaUser/ingest-service | [{"op":"replace","path":"/spec/authorization/acls/4/operations","value":["Write","Describe"]}] | it may not Read the topic reports.known
            KafkaUser/store-service | [{"op":"replace","path":"/spec/authorization/acls/6/operations","value":["Read","Write","Describe"]}] | it never has to Read the topic reports.submitted
            KafkaUser/keda | [{"op":"remove","path":"/spec/authorization/acls/1"}] | it may not Describe the group extract-service
            KafkaUser/keda | [{"op":"replace","path":"/spec/authorization/acls/0/operations","value":["Read","Describe"]}] | it never has to Read the group ingest-service
            ScaledObject/extract-service | [{"op":"replace","path":"/spec/triggers/0/metadata/topic","value":"reports.recieved"}] | there is no topic reports.recieved
            ScaledObject/extract-service | [{"op":"replace","path":"/spec/triggers/0/metadata/topic","value":"reports.extracted"}] | the group extract-service does not read reports.extracted
            ScaledObject/extract-service | [{"op":"replace","path":"/spec/triggers/0/metadata/consumerGroup","value":"extract"}] | has no group extract
            ScaledObject/extract-service | [{"op":"replace","path":"/spec/triggers/0/metadata/offsetResetPolicy","value":"latest"}] | consumers begin at earliest
            ScaledObject/extract-service | [{"op":"replace","path":"/spec/triggers/0/metadata/bootstrapServers","value":"kafka:9092"}] | its brokers are not those of the services
            ScaledObject/extract-service | [{"op":"replace","path":"/spec/triggers/0/authenticationRef/name","value":"keda"}] | there is no TriggerAuthentication keda
            ScaledObject/extract-service | [{"op":"replace","path":"/spec/maxReplicaCount","value":20}] | has 6 partitions
            ScaledObject/extract-service | [{"op":"replace","path":"/spec/scaleTargetRef/name","value":"extract"}] | there is no Deployment extract
            """)
    void whatNoDefinitionSaysIsFound(String resource, String patch, String said) {
        Overlay mistaken = with(PRODUCTION, resource, patch);

        assertThat(Check.all().stream().flatMap(check -> check.findings(mistaken).stream()))
                .anySatisfy(finding -> assertThat(finding).contains(said));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ConfigMap/kafka-client | [{"op":"replace","path":"/metadata/name","value":"client"}] | there is no ConfigMap kafka-client
            ConfigMap/kafka-client | [{"op":"replace","path":"/metadata/name","value":"client"}] | ConfigMap/client: nothing uses it
            Pod/kafka-client | [{"op":"replace","path":"/spec/volumes/1/secret/items/0/key","value":"ca.jks"}] | no secret zhibiao-cluster-ca-cert has a key ca.jks
            Pod/kafka-client | [{"op":"replace","path":"/spec/serviceAccountName","value":"writer"}] | there is no ServiceAccount writer
            Pod/kafka-client | [{"op":"remove","path":"/spec/containers/0/securityContext/readOnlyRootFilesystem"}] | its root file system can be written to
            """)
    void isFoundInAPodOfItsOwnToo(String resource, String patch, String said) {
        Overlay mistaken = with(PRODUCTION.with("kafka-client.yaml"), resource, patch);

        assertThat(Check.all().stream().flatMap(check -> check.findings(mistaken).stream()))
                .anySatisfy(finding -> assertThat(finding).contains(said));
    }

    @Test
    void aTopicWithMoreReplicasThanBrokersIsFound() {
        Overlay mistaken = with(
                LOCAL, "KafkaTopic/reports.known", "[{\"op\":\"replace\",\"path\":\"/spec/replicas\",\"value\":3}]");

        assertThat(new Topics().findings(mistaken))
                .containsExactly("KafkaTopic/reports.known: more replicas than there are brokers");
    }

    @Test
    void aMissingTopicIsFound() {
        Overlay mistaken = new Overlay(PRODUCTION.manifests().stream()
                .filter(manifest -> !manifest.is("KafkaTopic", "reports.failed"))
                .toList());

        assertThat(new Topics().findings(mistaken)).containsExactly("KafkaTopic/reports.failed: it is missing");
    }

    @Test
    void aKeyThatStandsTwiceIsFound() {
        assertThatThrownBy(() ->
                        Yaml.parse("data:\n  KAFKA_SECURITY_PROTOCOL: SSL\n  KAFKA_SECURITY_PROTOCOL: PLAINTEXT\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Duplicate field 'KAFKA_SECURITY_PROTOCOL'");
    }

    @Test
    void aResourceThatIsThereTwiceIsFound() {
        List<Manifest> twice = new ArrayList<>(PRODUCTION.manifests());
        twice.add(PRODUCTION.find("Service", "store-service").orElseThrow());

        assertThat(new References().findings(new Overlay(twice)))
                .containsExactly("Service/store-service: it is there twice");
    }

    private static Overlay with(Overlay overlay, String resource, String patch) {
        assertThat(overlay.manifests()).extracting(Manifest::id).contains(resource);
        return new Overlay(overlay.manifests().stream()
                .flatMap(manifest -> Stream.of(manifest.id().equals(resource) ? patched(manifest, patch) : manifest))
                .toList());
    }

    private static Manifest patched(Manifest manifest, String patch) {
        try {
            return new Manifest((ObjectNode) JsonPatch.apply(JSON.readTree(patch), manifest.json()));
        } catch (IOException e) {
            throw new IllegalArgumentException(patch, e);
        }
    }
}
