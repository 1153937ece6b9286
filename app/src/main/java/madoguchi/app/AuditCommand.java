package madoguchi.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** 監査する – proves the verification log, and explains a proof of check from it. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        subcommands = {AuditVerifyCommand.class, AuditProofCommand.class},
        description = "照会記録に改変がないか検証し、確認証を照合する / verify the log of inquiries, match a proof of check (docs/audit.md)")
final class AuditCommand implements Callable<Integer> {

    @Spec
    CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(command.commandLine(), "verify か proof を指定してください / say verify or proof");
    }
}
