package madoguchi.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * 本人の登録内容 – what the registers hold about one person on one day.
 *
 * @param coverages what covers the day, with limit and specific-disease certificates that hold on it: they are the person's own
 * @param former coverages that have ended or not begun on the day, the latest first
 * @param enrolled since when the card is used as an insurance card (利用登録); absent = not enrolled on the day
 * @param issued 資格確認書 and お知らせ that hold on the day
 * @param consents 閲覧同意 that hold now
 * @param visits 居宅同意 that stand now, one for each facility and kind of care
 */
public record SelfRecord(
        List<Coverage> coverages,
        List<Coverage> former,
        Optional<LocalDate> enrolled,
        List<IssuedPaper> issued,
        List<GivenConsent> consents,
        List<GivenVisit> visits) {

    /** Copies the lists. */
    public SelfRecord {
        coverages = List.copyOf(coverages);
        former = List.copyOf(former);
        issued = List.copyOf(issued);
        consents = List.copyOf(consents);
        visits = List.copyOf(visits);
    }

    /** 資格情報なし – of somebody nobody knows, and of somebody who must look so. */
    public static SelfRecord nothing() {
        return new SelfRecord(List.of(), List.of(), Optional.empty(), List.of(), List.of(), List.of());
    }

    /** Who it is, by the latest coverage; empty where nothing is registered. */
    public Optional<Holder> holder() {
        return coverages.stream()
                .findFirst()
                .or(() -> former.stream().findFirst())
                .map(Coverage::holder);
    }

    /**
     * 交付されたもの.
     *
     * @param kind certificate or notice
     * @param insurer who issued it
     * @param issued 交付年月日
     * @param valid the days it holds; a notice has no end
     */
    public record IssuedPaper(Kind kind, InsurerNumber insurer, LocalDate issued, Period valid) {

        /** 種類. */
        public enum Kind {
            /** 資格確認書. */
            CERTIFICATE,
            /** 資格情報のお知らせ. */
            NOTICE
        }
    }

    /**
     * 同意.
     *
     * @param facility who may see
     * @param scope what
     * @param from when it was given
     * @param until the first instant without it
     */
    public record GivenConsent(MedicalInstitutionCode facility, ConsentScope scope, Instant from, Instant until) {}

    /**
     * 居宅同意 – to home visits or online medical care. It has no end of its own: it stands until it is taken back.
     *
     * @param facility where
     * @param visit to what kind of care
     * @param from when the first of those that stand was given
     * @param visitDays 受診日, in order, where days are fixed
     */
    public record GivenVisit(
            MedicalInstitutionCode facility, VisitKind visit, Instant from, List<LocalDate> visitDays) {
        /** Copies the list. */
        public GivenVisit {
            visitDays = List.copyOf(visitDays);
        }
    }

    /** Never prints the person. */
    @Override
    public String toString() {
        return "SelfRecord[…]";
    }
}
