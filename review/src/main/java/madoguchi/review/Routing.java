package madoguchi.review;

import java.util.Optional;
import madoguchi.core.InsurerNumber;
import madoguchi.uke.Body;
import madoguchi.uke.KO;
import madoguchi.uke.Receipt;

/** 請求先の審査支払機関 – which body bills an insurer ({@code claims-uke.md} §9.3): 国保 (6 digits), 国保退職 (67) and 後期高齢者 (39) by the federation, all others by 支払基金. */
final class Routing {

    private Routing() {}

    static Body body(InsurerNumber insurer) {
        return switch (insurer.scheme()) {
            case NATIONAL, NATIONAL_RETIRED, LATE_ELDERLY -> Body.FEDERATION;
            default -> Body.HEALTH_INSURANCE;
        };
    }

    /** The public payer who is billed where there is no insurer: the first on the receipt. */
    static Optional<String> publicPayer(Receipt receipt) {
        return receipt.kos().stream()
                .findFirst()
                .map(KO::line)
                .map(line -> line.text(madoguchi.uke.Item.PAYER).strip());
    }
}
