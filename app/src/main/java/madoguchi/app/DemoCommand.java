package madoguchi.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** 試してみる – everything in one process, with the people of the sample town. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "見本の町を入れて、すべてを一つのプロセスで起動する / start everything in one process, with the sample town")
final class DemoCommand implements Callable<Integer> {

    @Mixin
    ServeOptions options = new ServeOptions();

    @Override
    public Integer call() throws Exception {
        if (options.oqs == null && options.official == null) {
            options.oqs = options.data.resolve(Path.of("oqs"));
        }
        return Running.until(options.settings(Role.ALL, true), Greeting::demo);
    }
}
