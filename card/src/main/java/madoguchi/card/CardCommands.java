package madoguchi.card;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * カード命令 – the few commands a reader needs, over one connection. Knows the card's habits of answering ({@code 61xx}, {@code 6Cxx}, short reads, the end of a file) and nothing about what the files mean.
 */
final class CardCommands {

    /** Offsets have 15 bits. */
    private static final int FILE_MAX = 0x7FFF;

    /** More chained answers than any file needs: a card that goes on is broken. */
    private static final int CHAIN_MAX = 256;

    private final CardConnection connection;

    CardCommands(CardConnection connection) {
        this.connection = connection;
    }

    /** Sends a command that asks for data. A command with a secret never comes this way: {@code 6Cxx} sends it again with another last byte. */
    private CardResult<CardReply> send(byte[] command) {
        return once(command).then(reply -> switch (reply.word().meaning()) {
            case RIGHT_LENGTH ->
                once(Apdu.askingFor(command, reply.word().length())).then(this::rest);
            default -> rest(reply);
        });
    }

    /** Sends a command once and takes its answer as it is. */
    private CardResult<CardReply> once(byte[] command) {
        return connection.exchange(command).then(CardReply::of);
    }

    /** Fetches what {@code 61xx} promises. */
    private CardResult<CardReply> rest(CardReply first) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        CardReply reply = first;
        all.writeBytes(reply.data());
        for (int i = 0; reply.word().is(StatusMeaning.MORE_DATA); i++) {
            if (i == CHAIN_MAX) {
                return CardResult.failed(CardTrouble.DAMAGED);
            }
            CardResult<CardReply> next = once(Apdu.getResponse(reply.word().length()));
            if (next instanceof CardResult.Got<CardReply>(var got)) {
                reply = got;
                all.writeBytes(reply.data());
            } else {
                return next;
            }
        }
        return CardResult.got(reply.with(all.toByteArray()));
    }

    /** Sends a command that answers with data. */
    CardResult<byte[]> ask(byte[] command) {
        return send(command).then(reply -> reply.ok() ? CardResult.got(reply.data()) : reply.refused());
    }

    /** Sends a command that answers with its word alone. */
    CardResult<Done> tell(byte[] command) {
        return once(command).then(reply -> reply.ok() ? CardResult.got(Done.DONE) : reply.refused());
    }

    CardResult<Done> selectFile(int file) {
        return tell(Apdu.selectFile(file));
    }

    /** Reads the first {@code length} bytes of a file, fewer where it is shorter. */
    CardResult<byte[]> readStart(int file, int length) {
        return selectFile(file).then(done -> read(0, length));
    }

    /** Reads the one data object that a file holds, as long as its header says, in blocks of 256 bytes. A file that ends before is {@link CardTrouble#DAMAGED}. */
    CardResult<byte[]> readObject(int file) {
        return readStart(file, Tlv.HEADER_MAX).then(start -> {
            Optional<Tlv> header = Tlv.header(start, 0);
            if (header.isEmpty() || header.get().end() > FILE_MAX) {
                return CardResult.failed(CardTrouble.DAMAGED);
            }
            int whole = header.get().end();
            if (whole <= start.length) {
                return CardResult.got(Arrays.copyOf(start, whole));
            }
            return read(start.length, whole - start.length)
                    .then(rest -> start.length + rest.length == whole
                            ? CardResult.got(Apdu.joined(start, rest))
                            : CardResult.failed(CardTrouble.DAMAGED));
        });
    }

    /** Reads from the selected file until so many bytes have come or the file ends. */
    private CardResult<byte[]> read(int from, int length) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (all.size() < length) {
            int wanted = Math.min(Apdu.WHOLE, length - all.size());
            CardResult<CardReply> block = send(Apdu.readBinary(from + all.size(), wanted));
            if (!(block instanceof CardResult.Got<CardReply>(var reply))) {
                return block.map(CardReply::data);
            }
            StatusMeaning meaning = reply.word().meaning();
            if (meaning != StatusMeaning.OK
                    && meaning != StatusMeaning.END_OF_FILE
                    && meaning != StatusMeaning.OUTSIDE_FILE) {
                return reply.refused();
            }
            if (reply.data().length > wanted) {
                return CardResult.failed(CardTrouble.DAMAGED);
            }
            all.writeBytes(reply.data());
            if (meaning != StatusMeaning.OK || reply.data().length == 0) {
                break;
            }
        }
        return CardResult.got(all.toByteArray());
    }

    /** How many tries a reference has left; uses none. A reference that was verified already has all of them. */
    CardResult<Integer> triesLeft(int reference, int allTries) {
        return selectFile(reference).then(done -> once(Apdu.triesLeft())).then(reply -> switch (reply.word()
                .meaning()) {
            case OK -> CardResult.got(allTries);
            case MISMATCH_TRIES_LEFT ->
                reply.word().tries() == 0
                        ? new CardResult.Locked<>(false)
                        : CardResult.got(reply.word().tries());
            case BLOCKED -> new CardResult.Locked<>(false);
            default -> reply.refused();
        });
    }

    /** Verifies against the selected reference; overwrites the secret and the command that carried it. */
    CardResult<Done> verify(Secret secret) {
        return secret.spend(digits -> {
            byte[] command = Apdu.verify(digits);
            try {
                return once(command).then(CardCommands::verified);
            } finally {
                Arrays.fill(command, (byte) 0);
            }
        });
    }

    private static CardResult<Done> verified(CardReply reply) {
        return switch (reply.word().meaning()) {
            case OK -> CardResult.got(Done.DONE);
            case MISMATCH -> new CardResult.Wrong<>(Optional.empty());
            case MISMATCH_TRIES_LEFT ->
                reply.word().tries() == 0
                        ? new CardResult.Locked<>(true)
                        : new CardResult.Wrong<>(Optional.of(reply.word().tries()));
            case BLOCKED -> new CardResult.Locked<>(false);
            default -> reply.refused();
        };
    }
}
