package madoguchi.core;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * 医療受給者証 – what a municipality or prefecture says about one subsidy of one person ({@code pmh.md} §3, §6.2; the items are those of the registration, the form is ours since none is public).
 *
 * @param name 受給者証名, 1 to 100 characters
 * @param issuer 発行する自治体の名, as the facility and the holder read it
 * @param payer 公費負担者番号, 8 digits as registered (a local number need not obey the check digit); absent where the scheme has none
 * @param recipient 公費受給者番号, up to 30 characters as registered
 * @param subKey 受給者証サブキー; tells certificates of one type apart
 * @param segment 区分
 * @param incomeSegment 所得区分
 * @param conditions 所得区分以外の制度区分: {@code 項目コード-コード} pairs
 * @param institutions 指定医療機関情報, as text
 * @param alwaysReimbursed 常に償還払い: never a benefit in kind
 * @param valid 有効期間
 * @param ceilings 自己負担上限額
 * @param summed またぎの合算条件: the kinds whose charges run into one total
 * @param remarks PMH特記事項
 * @param face 券面の記載: label and value, in the order of the certificate
 */
public record SubsidyCertificate(
        String name,
        String issuer,
        Optional<String> payer,
        Optional<RecipientNumber> recipient,
        Optional<String> subKey,
        Optional<String> segment,
        Optional<String> incomeSegment,
        List<String> conditions,
        Optional<String> institutions,
        boolean alwaysReimbursed,
        Period valid,
        List<Ceiling> ceilings,
        Set<CeilingKind> summed,
        Optional<String> remarks,
        List<FaceItem> face) {

    /**
     * 受給者証券面項目.
     *
     * @param label what is printed in front of it
     * @param value what is printed
     */
    public record FaceItem(String label, String value) {}

    /** Copies the lists. */
    public SubsidyCertificate {
        conditions = List.copyOf(conditions);
        ceilings = List.copyOf(ceilings);
        summed = Set.copyOf(summed);
        face = List.copyOf(face);
    }

    /** 法別番号 – the first two digits of the payer number; of a local scheme they do not name the scheme by themselves ({@code pmh.md} §4.2). */
    public Optional<String> schemeCode() {
        return payer.map(digits -> digits.substring(0, 2));
    }

    /** Never prints the person: this value may end in a log line. */
    @Override
    public String toString() {
        return "SubsidyCertificate[…]";
    }
}
