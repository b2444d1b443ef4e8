package dev.zhibiao.local;

import java.net.URI;
import java.net.URISyntaxException;

/** The address of a service, as it is given on the command line. */
final class Address {

    private Address() {}

    /**
     * Reads an address.
     *
     * @throws CannotRunException where it does not say how and whom to ask: {@code localhost:8081} is read as a scheme
     *     and its rest
     */
    static URI of(String said) {
        try {
            URI address = new URI(said.strip());
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (web && address.getHost() != null && address.getQuery() == null && address.getFragment() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new CannotRunException(e, "address.invalid", said);
        }
        throw new CannotRunException("address.invalid", said);
    }
}
