package dev.zhibiao.ingest.upload;

import dev.zhibiao.events.Sha256;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Callers are asked who they are: three keys, and tokens of an issuer whose public key is known. */
public class AccessOn implements QuarkusTestProfile {

    static final String PUBLISHER = "publisher-".repeat(5);
    static final String OTHER_PUBLISHER = "another-publisher-".repeat(5);
    static final String READER = "reader-".repeat(8);
    static final KeyPair ISSUER = keyPair(1);
    static final int MOST_OF_ONE_CLIENT = 2;

    /** The same for the same seed: profile and test are loaded by two class loaders. */
    static KeyPair keyPair(long seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048, random);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> config = new HashMap<>();
        config.put("zhibiao.access.enabled", "true");
        config.put("zhibiao.access.keys.publisher.sha256", Sha256.hex(PUBLISHER));
        config.put("zhibiao.access.keys.publisher.roles", "publish");
        config.put("zhibiao.access.keys.other.file", file(OTHER_PUBLISHER).toString());
        config.put("zhibiao.access.keys.other.roles", "publish");
        config.put("zhibiao.access.keys.reader.sha256", Sha256.hex(READER));
        config.put("zhibiao.access.keys.reader.roles", "read,operate");
        config.put("zhibiao.access.client.max-in-flight", Integer.toString(MOST_OF_ONE_CLIENT));
        config.put("quarkus.oidc.tenant-enabled", "true");
        config.put(
                "quarkus.oidc.public-key",
                Base64.getEncoder().encodeToString(ISSUER.getPublic().getEncoded()));
        return config;
    }

    private static Path file(String key) {
        try {
            Path file = Files.createTempFile("key", "");
            file.toFile().deleteOnExit();
            return Files.writeString(file, key + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
