package madoguchi.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import madoguchi.core.BlackCircle;
import madoguchi.core.Coverage;
import madoguchi.core.SubsidyCertificate;
import madoguchi.core.Text;
import madoguchi.policy.Rule;
import madoguchi.policy.SubsidyCase;
import madoguchi.policy.SubsidyReading;

/**
 * 助成の一枚 – one subsidy of the patient as the reception page shows it.
 *
 * @param slot names it in forms: {@code s…} stored, {@code f…} come with the answer and not stored yet, {@code new} none known
 * @param certificate what holds today: what came, else what is stored; absent where nothing is known of it
 * @param stored 控え
 * @param came 届いた受給者証 – its place in the answer, from 0
 * @param situation what the rules are asked
 * @param rule what they say
 * @param decided what a person decided where the rules leave it to one
 * @param differences what came against what is stored; empty where nothing differs or nothing came
 * @param flags what a clerk should look at
 */
public record SubsidyCard(
        String slot,
        Optional<SubsidyCertificate> certificate,
        Optional<StoredSubsidy> stored,
        Optional<Integer> came,
        SubsidyCase situation,
        Rule rule,
        Optional<Boolean> decided,
        List<Difference> differences,
        List<Text> flags) {

    private static final String CONFIRMED = "confirmed";
    private static final String ASK_STAFF = "ask-staff";
    private static final String NAME = "氏名";
    private static final int SOON_DAYS = 30;

    /** Copies the lists. */
    public SubsidyCard {
        differences = List.copyOf(differences);
        flags = List.copyOf(flags);
    }

    /** Whether it is confirmed at this reception: by the rules, or by a person where they leave it to one. */
    public boolean confirmed() {
        return rule.verdict().equals(CONFIRMED) || (isLeftToStaff() && decided.orElse(false));
    }

    /** Whether the rules leave it to a person. */
    public boolean isLeftToStaff() {
        return rule.verdict().equals(ASK_STAFF);
    }

    /** Whether it came and has not been accepted as it is now. */
    public boolean canBeAccepted() {
        return came.isPresent()
                && (stored.isEmpty() || !differences.isEmpty() || stored.get().origin() != SubsidyEvent.Origin.READER);
    }

    /** Whether nothing came with the answer, and staff should find out why. */
    public boolean isUnexplained() {
        return situation.reading() == SubsidyReading.EMPTY && stored.isPresent();
    }

    /** Whether it is stored. */
    public boolean isStored() {
        return stored.isPresent();
    }

    /** Its name. */
    public Text title() {
        return certificate
                .map(known -> Text.same(known.name()))
                .orElseGet(() -> new Text("控えにない助成", "a subsidy not stored"));
    }

    /** The ceilings in words. */
    public String ceilings() {
        return certificate.map(SubsidyDifference::ceilings).orElse("");
    }

    /** What its reader saw: changes when anything on the certificate does. */
    public String print() {
        return certificate.map(SubsidyJson::print).orElse("");
    }

    /** Where what is stored is from. */
    public Optional<Text> origin() {
        return stored.map(known -> known.origin().label());
    }

    /** What a clerk should look at. */
    static List<Text> flags(
            Visit visit, Optional<SubsidyCertificate> now, Optional<StoredSubsidy> stored, boolean came) {
        List<Text> flags = new ArrayList<>();
        stored.filter(known -> known.origin() != SubsidyEvent.Origin.READER && !came)
                .ifPresent(known -> flags.add(
                        known.visit().equals(visit.id())
                                ? new Text(
                                        "手で入力した控えです。次の受付でオンラインで確かめます。",
                                        "Keyed in by hand; verified online at the next visit.")
                                : new Text(
                                        "手で入力した控えで、まだオンラインで確認できていません。",
                                        "Keyed in by hand and not verified online yet.")));
        now.ifPresent(certificate -> {
            if (!certificate.valid().contains(visit.day())) {
                flags.add(new Text(
                        "有効期間の外です。新しい受給者証がないか尋ねてください。",
                        "Outside its period. Ask whether there is a renewed certificate."));
            } else if (certificate
                    .valid()
                    .end()
                    .map(end -> end.isBefore(visit.day().plusDays(SOON_DAYS)))
                    .orElse(false)) {
                flags.add(new Text("まもなく期限です。更新を案内してください。", "It ends soon. Tell the patient to renew it."));
            }
            if (certificate.alwaysReimbursed()) {
                flags.add(new Text("いつも償還払いです。窓口では引きません。", "Always reimbursed: nothing is taken off here."));
            }
            name(visit, certificate).ifPresent(flags::add);
        });
        return flags;
    }

    private static Optional<Text> name(Visit visit, SubsidyCertificate certificate) {
        Optional<String> printed = certificate.face().stream()
                .filter(item -> item.label().contains(NAME))
                .map(SubsidyCertificate.FaceItem::value)
                .findFirst();
        Optional<String> insured = visit.coverage()
                .map(Coverage::holder)
                .map(holder -> holder.name().written());
        if (printed.isEmpty() || insured.isEmpty()) {
            return Optional.empty();
        }
        if (!BlackCircle.mayEqual(printed.get(), insured.get())) {
            return Optional.of(new Text(
                    "受給者証の氏名「" + printed.get() + "」が資格の氏名「" + insured.get() + "」と違います。本人か確かめてください。",
                    "The name on the certificate (" + printed.get() + ") is not that of the coverage (" + insured.get()
                            + "). Make sure it is the same person."));
        }
        return printed.get().contains("●") || insured.get().contains("●")
                ? Optional.of(new Text(
                        "●は読めない文字です。ほかの文字は一致しています。", "● stands for a lost character; the other characters agree."))
                : Optional.empty();
    }

    /** Never prints the person. */
    @Override
    public String toString() {
        return "SubsidyCard[" + slot + "]";
    }
}
