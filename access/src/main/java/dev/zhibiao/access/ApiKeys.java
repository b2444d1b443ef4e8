package dev.zhibiao.access;

import dev.zhibiao.events.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The API keys of the configuration, kept as SHA-256 only. A plain hash is enough because keys are random and long:
 * there is nothing to guess that a slow hash would make slower.
 */
final class ApiKeys {

    /** Characters; {@code openssl rand -hex 32} gives 64. */
    static final int SHORTEST = 32;

    private static final int LONGEST = 512;

    private record Known(byte[] sha256, Client client) {}

    private final List<Known> known = new ArrayList<>();

    /**
     * Reads the configuration.
     *
     * @throws IllegalStateException where a key has no reference or two, a role is missing, a hash is none, a file
     *     cannot be read or what stands in it is too short; the message names the client, never the key
     */
    ApiKeys(AccessConfig config) {
        config.keys().forEach((name, key) -> {
            if (key.roles().isEmpty()) {
                throw wrong(name, "has no roles");
            }
            known.add(new Known(hash(name, key), new Client("key:" + name, key.roles())));
        });
    }

    int size() {
        return known.size();
    }

    /** Whose key this is. Takes the same time whichever key matches, and how much of it. */
    Optional<Client> holder(String key) {
        if (key.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] presented = Sha256.of(key);
        Optional<Client> holder = Optional.empty();
        for (Known one : known) {
            if (MessageDigest.isEqual(one.sha256(), presented)) {
                holder = Optional.of(one.client());
            }
        }
        return holder;
    }

    private static byte[] hash(String name, AccessConfig.Key key) {
        if (key.sha256().isPresent() == key.file().isPresent()) {
            throw wrong(name, "needs either sha256 or file");
        }
        if (key.file().isPresent()) {
            return Sha256.of(read(name, key.file().get()));
        }
        String digits = key.sha256().orElseThrow().strip();
        if (!digits.matches("[0-9a-fA-F]{64}")) {
            throw wrong(name, "has a sha256 that is not 64 hexadecimal digits");
        }
        return HexFormat.of().parseHex(digits);
    }

    private static String read(String name, Path file) {
        try {
            String key = Files.readString(file).strip();
            if (key.length() < SHORTEST || key.length() > LONGEST) {
                throw wrong(name, "is not " + SHORTEST + " to " + LONGEST + " characters long");
            }
            return key;
        } catch (IOException e) {
            throw new IllegalStateException("zhibiao.access.keys." + name + " cannot be read from " + file, e);
        }
    }

    private static IllegalStateException wrong(String name, String what) {
        return new IllegalStateException("zhibiao.access.keys." + name + " " + what);
    }
}
