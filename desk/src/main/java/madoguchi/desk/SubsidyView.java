package madoguchi.desk;

import java.util.List;
import java.util.Optional;
import madoguchi.charge.Charge;
import madoguchi.charge.Meals;
import madoguchi.charge.Ruling;
import madoguchi.core.Problem;
import madoguchi.core.SubsidyAnswer;
import madoguchi.core.Text;
import madoguchi.web.Form;

/**
 * 助成の画面 – all that the page of a patient's subsidies shows.
 *
 * @param visit the reception
 * @param who whom it is about
 * @param cards the subsidies, the one nobody knows of yet last
 * @param ended 終わった控え
 * @param answer what came
 * @param connected whether this facility is connected
 * @param undoable the facts of this reception that can be taken back, newest first
 * @param key the sheet for keying in a certificate
 * @param warnings what should be looked at of what was keyed in last
 * @param bill the sheet for the charge
 * @param charge who pays what; absent before a bill was typed
 * @param refused what could not be done, in words
 */
public record SubsidyView(
        Visit visit,
        Text who,
        List<SubsidyCard> cards,
        List<StoredSubsidy> ended,
        SubsidyAnswer answer,
        boolean connected,
        List<Undoable> undoable,
        Form key,
        List<Problem> warnings,
        Form bill,
        Optional<ChargeView> charge,
        Optional<Text> refused) {

    /**
     * 取り消せる操作.
     *
     * @param fact its number
     * @param what what was done, in words
     */
    public record Undoable(long fact, Text what) {}

    /**
     * 内訳の画面.
     *
     * @param charge who pays what
     * @param service what it was for, by its name
     * @param slots the slots of its subsidies, in their order
     * @param seen the running totals it was reckoned on, in their order: the lock of an entry
     * @param meals 食事, beside the charge; absent where there are none
     * @param year 年間上限 of the limit class, or that it is not known; absent without a class, and before there were any
     * @param trouble why the ledger that facilities share is not known, so that only this facility's lines were reckoned with; absent where it is
     */
    public record ChargeView(
            Charge charge,
            madoguchi.charge.Service service,
            List<String> slots,
            List<Long> seen,
            Optional<Meals> meals,
            Optional<Ruling> year,
            Optional<Text> trouble) {
        /** Copies the lists. */
        public ChargeView {
            slots = List.copyOf(slots);
            seen = List.copyOf(seen);
        }
    }

    /** Copies the lists. */
    public SubsidyView {
        cards = List.copyOf(cards);
        ended = List.copyOf(ended);
        undoable = List.copyOf(undoable);
        warnings = List.copyOf(warnings);
    }

    /** The subsidies something is known of. */
    public List<SubsidyCard> known() {
        return cards.stream().filter(card -> card.certificate().isPresent()).toList();
    }

    /** The one that nobody knows of yet. */
    public SubsidyCard unknown() {
        return cards.getLast();
    }

    /** 次にすること – the first subsidy that is not settled decides; without any subsidy the one nobody knows of. */
    public SubsidyCard deciding() {
        return cards.stream()
                .filter(card -> card.certificate().isPresent() && !card.confirmed())
                .findFirst()
                .orElseGet(() -> known().isEmpty() ? unknown() : known().getFirst());
    }

    /** What nothing may mean; empty where something came or nobody asked. */
    public Optional<Text> nothing() {
        return answer instanceof SubsidyAnswer.Nothing(var absence) ? Optional.of(words(absence)) : Optional.empty();
    }

    /** Why nobody answered; empty where somebody did. */
    public Optional<Text> silence() {
        return answer instanceof SubsidyAnswer.Unreachable(var cause, var detail)
                ? Optional.of(detail)
                : Optional.empty();
    }

    private static Text words(SubsidyAnswer.Absence absence) {
        return switch (absence) {
            case DECLINED -> new Text("患者さんが読取機で「利用しない」を選びました。", "The patient chose \"do not use\" at the reader.");
            case FACILITY_NOT_CONNECTED ->
                new Text(
                        "この施設は医療費助成のオンライン資格確認につながっていません。",
                        "This facility is not connected to the online verification of subsidies.");
            case SCHEME_NOT_CONNECTED ->
                new Text(
                        "受給者証はありますが、その自治体・制度がまだ参加していません。",
                        "There is a certificate, but its municipality or scheme does not take part yet.");
            case ENDED -> new Text("登録されている助成は、この日には有効ではありません。", "What is registered is not valid on this day.");
            case NONE -> new Text("助成の登録はありません。", "No subsidy is registered.");
            case UNEXPLAINED ->
                new Text(
                        "助成の情報が空で届きました。「利用しない」を選んだ、自治体・制度が未参加、助成がないか期間の外、のどれかです。",
                        "An empty answer came: the patient declined, the municipality or scheme does not take part, or there is none on this day.");
        };
    }
}
