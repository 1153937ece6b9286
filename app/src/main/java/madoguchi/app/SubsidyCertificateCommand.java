package madoguchi.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import madoguchi.core.Parsed;
import madoguchi.subsidy.MunicipalityCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** 自治体の証明書を作る – a municipality's client certificate of the development authority, and where it lies; issued once. */
@Command(
        name = "certificate",
        mixinStandardHelpOptions = true,
        description =
                "自治体の機械が登録の窓口へ入るための証明書（開発用）を作る / make a municipality's client certificate (development authority)")
final class SubsidyCertificateCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "CODE", description = "全国地方公共団体コード / municipality code")
    String code = "";

    @Option(
            names = "--pki",
            defaultValue = "${env:MADOGUCHI_PKI:-var/pki}",
            description = "証明書のフォルダー / folder of certificates (default: ${DEFAULT-VALUE})")
    Path pki = Path.of("var/pki");

    @Override
    public Integer call() throws Exception {
        Parsed<MunicipalityCode> municipality = MunicipalityCode.parse("CODE", code);
        if (!municipality.problems().isEmpty()) {
            municipality.problems().forEach(System.err::println);
            return Madoguchi.FAILED;
        }
        DevelopmentCa authority = new DevelopmentCa(pki, Clock.system(Server.TOKYO));
        System.out.println(authority.client(municipality.orElseThrow().digits()));
        return 0;
    }
}
