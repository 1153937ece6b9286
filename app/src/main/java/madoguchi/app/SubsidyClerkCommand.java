package madoguchi.app;

import java.util.Optional;
import java.util.concurrent.Callable;
import madoguchi.core.Parsed;
import madoguchi.subsidy.MunicipalityCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** 担当者の自治体を決める – an account works for one municipality, or for none. */
@Command(
        name = "clerk",
        mixinStandardHelpOptions = true,
        description = "利用者（役割 municipality）の自治体を決める / say for which municipality an account works")
final class SubsidyClerkCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "LOGIN", description = "ログイン名 / log-in name")
    String login = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            defaultValue = "",
            paramLabel = "CODE",
            description = "全国地方公共団体コード（省略: 外す） / municipality code (none: take it away)")
    String code = "";

    @Mixin
    SubsidyOptions options = new SubsidyOptions();

    @Override
    public Integer call() throws Exception {
        Optional<Parsed<MunicipalityCode>> municipality =
                Optional.of(code).filter(text -> !text.isEmpty()).map(text -> MunicipalityCode.parse("CODE", text));
        if (municipality.filter(parsed -> !parsed.problems().isEmpty()).isPresent()) {
            municipality.get().problems().forEach(System.err::println);
            return Madoguchi.FAILED;
        }
        try (SubsidyOptions.Opened opened = options.open()) {
            opened.hub().clerk(login, municipality.map(Parsed::orElseThrow), "cli");
        }
        return 0;
    }
}
