package madoguchi.portal;

import java.net.URI;
import java.util.Objects;

/**
 * パスキーの相手 – the address that patients' browsers see. A passkey made at one address serves at no other, so it must not change while passkeys are in use.
 *
 * @param id host name alone (WebAuthn "RP ID")
 * @param origin scheme, host and port, as a browser writes them
 */
public record RelyingParty(String id, String origin) {

    /** Whether browsers make passkeys at an address. */
    public static boolean serves(String address) {
        try {
            return !at(URI.create(address)).id().isEmpty();
        } catch (IllegalArgumentException unfit) {
            return false;
        }
    }

    /** Of an address; throws {@link IllegalArgumentException} where browsers make no passkeys: without TLS anywhere but at {@code localhost}. */
    public static RelyingParty at(URI address) {
        String host = Objects.requireNonNullElse(address.getHost(), "");
        boolean secure = "https".equals(address.getScheme());
        if (host.isEmpty() || !(secure || ("http".equals(address.getScheme()) && host.equals("localhost")))) {
            throw new IllegalArgumentException("passkeys need https:// or http://localhost");
        }
        boolean usual = address.getPort() == -1 || (secure && address.getPort() == 443);
        return new RelyingParty(host, address.getScheme() + "://" + host + (usual ? "" : ":" + address.getPort()));
    }
}
