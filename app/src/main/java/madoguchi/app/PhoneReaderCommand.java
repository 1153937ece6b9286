package madoguchi.app;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import madoguchi.card.CardTrouble;
import madoguchi.reader.PasscodeStore;
import madoguchi.reader.PhoneReaderStore;
import madoguchi.reader.PhoneReaders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** スマートフォンの読取機の登録 – the page {@code /phone-reader} as a command: lists what is connected, tries a reader with a card of staff, registers and removes it. A running kiosk takes a change at its next start; on the page it is taken at once. */
@Command(
        name = "phone-reader",
        mixinStandardHelpOptions = true,
        description = "スマートフォンの汎用カードリーダーを見る・試す・登録する・やめる / list, test, register, remove the reader for phones")
final class PhoneReaderCommand implements Callable<Integer> {

    /** すること. */
    enum Action {
        LIST,
        TEST,
        REGISTER,
        REMOVE
    }

    @Parameters(index = "0", arity = "0..1", defaultValue = "LIST", description = "${COMPLETION-CANDIDATES}")
    Action action = Action.LIST;

    @Parameters(
            index = "1",
            arity = "0..1",
            defaultValue = "",
            paramLabel = "READER",
            description = "読取機の名前。1台だけなら省ける / the reader's name; may be left out when there is one")
    String reader = "";

    @Option(names = "--label", defaultValue = "スマートフォン用", description = "呼び名 / what staff call it")
    String label = "";

    @Mixin
    DatabaseOptions options = new DatabaseOptions();

    @Override
    public Integer call() throws Exception {
        try (LocalHub database = options.open()) {
            PasscodeStore.migrate(database.database());
            PhoneReaders readers = new PhoneReaders(
                    new PhoneReaderStore(database.database()), new PcscReaders(List.of()), Clock.system(Server.TOKYO));
            return switch (action) {
                case LIST -> list(readers);
                case REMOVE -> remove(readers);
                case TEST -> chosen(readers).map(name -> test(readers, name)).orElseGet(PhoneReaderCommand::none);
                case REGISTER ->
                    chosen(readers).map(name -> register(readers, name)).orElseGet(PhoneReaderCommand::none);
            };
        }
    }

    private Optional<String> chosen(PhoneReaders readers) {
        List<String> devices = readers.devices().orElse(List.of());
        return devices.stream()
                .filter(name -> reader.isBlank() ? devices.size() == 1 : name.equals(reader))
                .findFirst();
    }

    private static int none() {
        System.err.println("読取機を名前で選んでください / name a reader: ./madoguchi phone-reader list");
        return Madoguchi.ATTENTION;
    }

    private static int list(PhoneReaders readers) {
        System.out.println("登録 registered: "
                + readers.current()
                        .map(there -> there.label() + " – " + there.name()
                                + (readers.isThere() ? " ●" : " ✕ つながっていません / not connected"))
                        .orElse("なし / none"));
        readers.devices()
                .ifPresentOrElse(
                        all -> all.forEach(name -> System.out.println("接続 connected: " + name)),
                        () -> System.out.println("✕ " + CardTrouble.NO_SERVICE.label()));
        return 0;
    }

    private static int remove(PhoneReaders readers) {
        boolean was = readers.remove("cli");
        System.out.println(was ? "登録をやめました / removed" : "登録されていません / none was registered");
        return was ? 0 : Madoguchi.ATTENTION;
    }

    private static int test(PhoneReaders readers, String name) {
        return switch (readers.test(name, "cli")) {
            case PhoneReaders.Tested.Good good -> {
                System.out.println("● カードを読めました（個人の情報は読んでいません） / the card was read, nothing personal was");
                yield 0;
            }
            case PhoneReaders.Tested.NotACard phone -> {
                System.err.println("✕ 実物のカードを置いてください / put a real card there, not a phone");
                yield Madoguchi.ATTENTION;
            }
            case PhoneReaders.Tested.Failed(var why) -> {
                System.err.println("✕ " + why.label());
                yield Madoguchi.ATTENTION;
            }
        };
    }

    private int register(PhoneReaders readers, String name) {
        return switch (readers.register(name, label, "cli")) {
            case DONE -> list(readers);
            case NOT_TESTED -> {
                System.err.println("✕ 先に職員のカードで試してください / try it with a card first: ./madoguchi phone-reader test");
                yield Madoguchi.ATTENTION;
            }
            case NOT_CONNECTED -> none();
        };
    }
}
