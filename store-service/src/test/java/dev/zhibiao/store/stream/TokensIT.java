package dev.zhibiao.store.stream;

import dev.zhibiao.access.testing.TokensContract;
import dev.zhibiao.access.testing.TokensOn;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@TestProfile(TokensOn.class)
class TokensIT extends TokensContract {

    TokensIT() {
        super("read", "operate");
    }

    @Override
    protected Response call(RequestSpecification caller) {
        return caller.get("/reports");
    }
}
