package madoguchi.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import madoguchi.bundle.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** 鍵の組を作る – an issuer's pair of keys. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = "規則に署名する鍵の組（Ed25519, PEM）を作る / make a pair of keys for signing rules")
final class RulesKeyCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "NAME", description = "NAME.key（秘密鍵）と NAME.pem（公開鍵）ができる / makes both files")
    Path name = Path.of("rules");

    @Override
    public Integer call() throws Exception {
        Path secret = name.resolveSibling(name.getFileName() + ".key");
        Path open = name.resolveSibling(name.getFileName() + ".pem");
        SigningKey made = SigningKey.make(secret, open);
        System.out.printf("""
                鍵の名 key         %s
                秘密鍵 private     %s （誰にも渡さない / never hand it out）
                公開鍵 public      %s （窓口とハブの rule-keys に置く / goes into rule-keys of desks and hub）
                """, made.name(), secret, open);
        return 0;
    }
}
