package dev.zhibiao.store;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service. */
@QuarkusMain
public final class Main {

    /**
     * Read once by the HTTP layer: it answers an address that is no URI, such as one with raw Chinese, with an empty 400
     * before anything of ours is asked. Without it the request comes through and gets the problem {@code bad-parameter}.
     */
    public static final String DO_NOT_JUDGE_URIS = "vertx.disableURIValidation";

    private Main() {}

    /** The arguments are Quarkus's. */
    public static void main(String[] arguments) {
        System.setProperty(DO_NOT_JUDGE_URIS, "true");
        Quarkus.run(arguments);
    }
}
