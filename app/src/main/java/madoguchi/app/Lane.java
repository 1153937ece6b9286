package madoguchi.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Optional;
import madoguchi.hub.InquiryLane;
import madoguchi.hub.RealTimeHub;

/**
 * 即時照会の入口 – open where the settings name a port for it.
 *
 * @param door absent where no port is named
 */
record Lane(Optional<InquiryLane> door) implements AutoCloseable {

    static Lane open(RealTimeHub hub, Settings settings, DevelopmentCa ca)
            throws IOException, GeneralSecurityException {
        if (settings.lanePort().isEmpty()) {
            return new Lane(Optional.empty());
        }
        return new Lane(Optional.of(new InquiryLane(
                hub,
                Tls.keys(ca.server(), ca.password()),
                Tls.trust(ca),
                new InetSocketAddress(
                        settings.staff().address(), settings.lanePort().getAsInt()))));
    }

    @Override
    public void close() {
        door.ifPresent(InquiryLane::close);
    }
}
