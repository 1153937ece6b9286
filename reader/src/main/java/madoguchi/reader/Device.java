package madoguchi.reader;

import java.util.Optional;
import madoguchi.core.Identification;
import madoguchi.core.Octets;
import madoguchi.core.TokenKind;

/** 読取装置 – the port to what stands on the counter: the reader for cards with its camera, and the general-purpose reader for phones. Trouble is a value, never an exception. */
public interface Device {

    /** 読み取りの結果. */
    sealed interface Reading {
        /**
         * 読めた.
         *
         * @param card what it told; it stays open for {@link #sign} until it is taken away
         * @param pinBlocked whether its PIN is blocked
         */
        record Found(ReadCard card, boolean pinBlocked) implements Reading {}

        /** 読めない. */
        record Failed(FaultCode why) implements Reading {}
    }

    /** 顔照合の結果. */
    sealed interface Look {
        /** 本人. */
        record Same() implements Look {}

        /** 不一致. */
        record Refused(FaceFault why) implements Look {}

        /** 照合できない. */
        record Impossible(FaultCode why) implements Look {}
    }

    /** 署名の結果. */
    sealed interface Signing {
        /**
         * 署名した.
         *
         * @param certificate the certificate of the key that signed, DER
         * @param signature over the message
         */
        record Signed(Octets certificate, Octets signature) implements Signing {}

        /** 暗証番号が違う. */
        record Wrong(int left) implements Signing {}

        /** 暗証番号がロックした. */
        record Blocked() implements Signing {}

        /** 署名できない. */
        record Failed(FaultCode why) implements Signing {}
    }

    /** Reads the card that lies there now. */
    Reading read();

    /** Looks whether the face in front of the camera is the one on the card that lies there. */
    Look look();

    /** Lets the card that was read sign, opened in that way; {@code pin} only for {@link Identification#PIN}, and not again for a card that it opened already. */
    Signing sign(Octets message, Identification by, Optional<Pin> pin);

    /** Reads the phone that is held to the other reader, and lets it sign. */
    Signing signWithPhone(Octets message, TokenKind kind, Optional<Pin> pin);
}
