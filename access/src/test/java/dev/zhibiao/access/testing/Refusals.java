package dev.zhibiao.access.testing;

import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** What every refusal looks like, whoever refuses (RFC 9457). */
public final class Refusals {

    private Refusals() {}

    /** Holds an answer to being a problem of this status and code, and whole. */
    public static ValidatableResponse assertRefused(Response answer, int status, String code) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://zhibiao.dev/problems/" + code))
                .body("title", not(emptyOrNullString()))
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("detail", not(emptyOrNullString()));
    }
}
