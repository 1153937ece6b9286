package madoguchi.uke;

import java.time.YearMonth;
import java.util.Optional;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Typed;

/** 医療機関情報（IR）・受付情報（UK）・薬局情報（YK） – who claims, to which body ({@code claims-uke.md} §2–§4). */
public record IR(Line line) implements UkeRecord {

    /** 審査支払機関; empty when it is neither 1 nor 2. */
    public Optional<Body> body() {
        return Code.find(Body.class, line.text(Item.BODY));
    }

    /** 医療機関コード, 10 digits (都道府県, 点数表, code); empty when one of the three is not of its length. */
    public Optional<MedicalInstitutionCode> institution() {
        String digits = line.text(Item.PREFECTURE) + line.text(Item.FEE_TABLE) + line.text(Item.INSTITUTION);
        return digits.length() == 10 && Typed.isDigits(digits)
                ? Optional.of(new MedicalInstitutionCode(digits))
                : Optional.empty();
    }

    /** 医療機関名称・薬局名称; empty in the IR of a dental receipt. */
    public String institutionName() {
        return line.text(Item.INSTITUTION_NAME);
    }

    /** 請求年月. */
    public Optional<YearMonth> claimMonth() {
        return UkeDate.month(line.text(Item.CLAIM_MONTH));
    }

    /** マルチボリューム識別, as written. */
    public String volume() {
        return line.text(Item.VOLUME);
    }
}
