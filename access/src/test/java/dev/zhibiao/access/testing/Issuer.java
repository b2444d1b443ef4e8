package dev.zhibiao.access.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** An OpenID Connect issuer: discovery, a key set, and tokens signed with the key of the day. */
public final class Issuer implements AutoCloseable {

    /** Whom its tokens are for. */
    public static final String AUDIENCE = "zhibiao";

    /** A port on which nobody listens yet. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final HttpServer server;
    private final String address;
    private KeyPair key = keyPair();
    private int keyId;

    /** Starts to listen. */
    public Issuer(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        address = address(port);
        server.createContext(
                "/.well-known/openid-configuration",
                exchange ->
                        answer(exchange, "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(address, address)));
        server.createContext("/keys", exchange -> answer(exchange, keySet()));
        server.start();
    }

    /** Where an issuer on this port is found, and its name. */
    public static String address(int port) {
        return "http://127.0.0.1:" + port;
    }

    /** Another key from now on; tokens signed with the one before are no longer valid. */
    public synchronized void rotate() {
        key = keyPair();
        keyId++;
    }

    /** A token that is valid for a minute, for a caller of these roles. */
    public String token(String... roles) {
        return token(claims -> claims, roles);
    }

    /** A token with something about it changed. */
    public synchronized String token(UnaryOperator<JwtClaimsBuilder> change, String... roles) {
        JwtClaimsBuilder claims = Jwt.issuer(address)
                .subject("upstream")
                .audience(AUDIENCE)
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .issuedAt(Instant.now().minusSeconds(1000))
                .expiresAt(Instant.now().plusSeconds(60));
        return change.apply(claims).jws().keyId(Integer.toString(keyId)).sign(key.getPrivate());
    }

    private synchronized String keySet() {
        RSAPublicKey rsa = (RSAPublicKey) key.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"%d\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(keyId, digits(rsa.getModulus()), digits(rsa.getPublicExponent()));
    }

    /** Base64urlUInt of RFC 7518: no sign, no padding. */
    private static String digits(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
