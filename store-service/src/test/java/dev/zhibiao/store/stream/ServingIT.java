package dev.zhibiao.store.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The serving role: the same image, told not to write. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@TestProfile(ServingIT.Serving.class)
@SuppressWarnings("NullAway.Init") // CDI sets the field.
class ServingIT {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    /** What a serving instance is started with. */
    public static final class Serving implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("zhibiao.store.writing", "false");
        }
    }

    @Test
    void answersAndJoinsNoConsumerGroup() throws Exception {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/reports").then().statusCode(200).body("items", hasSize(0));
        given().delete("/reports/unknown").then().statusCode(404);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            assertThat(admin.listGroups().all().get()).isEmpty();
        }
    }
}
