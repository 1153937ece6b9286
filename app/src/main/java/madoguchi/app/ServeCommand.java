package madoguchi.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** 起動する – {@code serve --role all|hub|clinic|review}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "起動して待ち受ける（利用者は account で作る） / start and serve; make accounts with 'account'")
final class ServeCommand implements Callable<Integer> {

    @Option(
            names = "--role",
            defaultValue = "all",
            description =
                    "all: すべて, hub: 資格確認だけ, clinic: 医療機関だけ, review: 審査支払（模擬）と資格確認 / which part to run (default: ${DEFAULT-VALUE})")
    Role role = Role.ALL;

    @Mixin
    ServeOptions options = new ServeOptions();

    @Override
    public Integer call() throws Exception {
        return Running.until(options.settings(role, false), Greeting::serving);
    }
}
