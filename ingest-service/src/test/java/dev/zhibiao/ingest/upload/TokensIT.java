package dev.zhibiao.ingest.upload;

import dev.zhibiao.access.testing.TokensContract;
import dev.zhibiao.access.testing.TokensOn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;

@QuarkusTest
@QuarkusTestResource(Broker.class)
@TestProfile(TokensOn.class)
class TokensIT extends TokensContract {

    private static final byte[] TEXT = "青原县的报告，全县有19所医院。".getBytes(StandardCharsets.UTF_8);

    TokensIT() {
        super("publish", "read");
    }

    @Override
    protected Response call(RequestSpecification caller) {
        return caller.contentType("text/plain").body(TEXT).post("/reports");
    }
}
