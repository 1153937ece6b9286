package madoguchi.reader;

import java.util.Optional;
import madoguchi.card.Secret;
import madoguchi.core.Octets;

/** カメラ – the port to the eyes of the reader: what it finds printed on the card, and whether a portrait shows the person in front of it. */
public interface Camera {

    /** カメラなし – a plain reader: it sees nothing, and faces are not offered on it ({@link Settings#withFace}). */
    static Camera none() {
        return new Camera() {
            @Override
            public Optional<Secret> faceNumber() {
                return Optional.empty();
            }

            @Override
            public Optional<FaceFault> compare(Octets portrait) {
                return Optional.of(FaceFault.NO_FACE);
            }
        };
    }

    /** 照合番号B as the camera reads it from the face of the card; empty when it cannot. */
    Optional<Secret> faceNumber();

    /** Whether that portrait (JPEG 2000, grey) shows the person in front of the camera; empty when it does, else why not. */
    Optional<FaceFault> compare(Octets portrait);
}
