package madoguchi.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import madoguchi.uke.Line;
import madoguchi.uke.Part;
import madoguchi.uke.Receipt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 電子レセプトを見る – a list of the receipts of a file, or one receipt in full. With names: it is the clerk's own file on the clerk's own screen. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "電子レセプトを読める形で示す。氏名も示すので、画面を人に見せるときは --mask を付ける",
            "show a claim file readably, names included; --mask leaves out who it is about"
        })
final class UkeShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "電子レセプト / claim file")
    Path path = Path.of("");

    @Option(names = "--receipt", paramLabel = "N", description = "N 番目のレセプトを全部示す / the N-th receipt in full")
    long receipt;

    @Option(names = "--mask", description = "氏名・生年月日・記号番号などを伏せる / leave out names, birth dates, symbols and numbers")
    boolean mask;

    @Override
    public Integer call() throws IOException {
        UkeText text = new UkeText(mask);
        long seen = 0;
        try (UkeFile file = new UkeFile(path)) {
            for (Optional<Part> part = file.next(); part.isPresent(); part = file.next()) {
                if (part.get() instanceof Receipt one) {
                    seen++;
                    if (receipt == 0) {
                        System.out.println(text.overview(one));
                    } else if (one.ordinal() == receipt) {
                        System.out.print(text.whole(one));
                        return 0;
                    }
                } else if (receipt == 0) {
                    for (Line line : part.get().lines()) {
                        System.out.println(text.record(line));
                    }
                }
            }
        }
        if (receipt == 0) {
            return 0;
        }
        System.err.println("レセプトは " + seen + " 件です / the file has so many receipts: " + seen);
        return Madoguchi.ATTENTION;
    }
}
