package madoguchi.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import madoguchi.core.SubsidyAnswer.Absence;

/**
 * 医療費助成の新旧の差 – what an answer says against what a facility has stored, before anything is stored ({@code pmh.md} §6.3). Only {@link SubsidyAnswer.Found} ever leads to a change; any other answer leaves everything
 * as it is and says why, and it is for the staff to decide.
 *
 * @param added told and not stored
 * @param changed stored and told otherwise
 * @param ended stored, not told, and over by its own period on the day
 * @param untold stored, still running by its own period, and not told although others are: its municipality may not take part, or it ended early. Never a change by itself
 * @param nothing why nothing was told; absent when something was
 */
public record SubsidyDifference(
        List<SubsidyCertificate> added,
        List<Changed> changed,
        List<SubsidyCertificate> ended,
        List<SubsidyCertificate> untold,
        Optional<SubsidyAnswer> nothing) {

    /**
     * 変わった受給者証.
     *
     * @param stored what is stored
     * @param told what the answer says
     * @param items what differs, at least one
     */
    public record Changed(SubsidyCertificate stored, SubsidyCertificate told, List<Item> items) {
        /** Copies the list. */
        public Changed {
            items = List.copyOf(items);
        }
    }

    /** 項目. */
    public enum Item {
        /** 受給者証名. */
        NAME("受給者証名", "name", SubsidyCertificate::name),
        /** 発行者. */
        ISSUER("発行者", "issuer", SubsidyCertificate::issuer),
        /** 区分. */
        SEGMENT("区分", "segment", SubsidyCertificate::segment),
        /** 所得区分. */
        INCOME("所得区分", "income class", SubsidyCertificate::incomeSegment),
        /** 制度区分. */
        CONDITIONS("制度区分", "conditions", SubsidyCertificate::conditions),
        /** 指定医療機関. */
        INSTITUTIONS("指定医療機関", "designated institutions", SubsidyCertificate::institutions),
        /** 常に償還払い. */
        REIMBURSEMENT("常に償還払い", "always reimbursed", SubsidyCertificate::alwaysReimbursed),
        /** 有効期間. */
        VALID("有効期間", "validity", SubsidyCertificate::valid),
        /** 自己負担上限額. */
        CEILINGS("自己負担上限額", "ceilings", SubsidyCertificate::ceilings),
        /** またぎの合算条件. */
        SUMMED("合算条件", "what is summed", SubsidyCertificate::summed),
        /** PMH特記事項. */
        REMARKS("PMH特記事項", "PMH remarks", SubsidyCertificate::remarks),
        /** 券面の記載. */
        FACE("券面の記載", "face", SubsidyCertificate::face);

        private final Text label;
        private final Function<SubsidyCertificate, Object> value;

        Item(String ja, String en, Function<SubsidyCertificate, Object> value) {
            this.label = new Text(ja, en);
            this.value = value;
        }

        /** What it is called. */
        public Text label() {
            return label;
        }

        boolean differs(SubsidyCertificate one, SubsidyCertificate other) {
            return !Objects.equals(value.apply(one), value.apply(other));
        }
    }

    /** Copies the lists. */
    public SubsidyDifference {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        ended = List.copyOf(ended);
        untold = List.copyOf(untold);
    }

    /**
     * Compares.
     *
     * @param stored what the facility has
     * @param told the answer
     * @param day the day asked about
     */
    public static SubsidyDifference between(List<SubsidyCertificate> stored, SubsidyAnswer told, LocalDate day) {
        return switch (told) {
            case SubsidyAnswer.Found(var certificates) -> found(stored, certificates, day);
            case SubsidyAnswer.Nothing nothing -> none(nothing);
            case SubsidyAnswer.Unreachable silent -> none(silent);
            case SubsidyAnswer.NotAsked notAsked -> none(notAsked);
        };
    }

    private static SubsidyDifference none(SubsidyAnswer why) {
        return new SubsidyDifference(List.of(), List.of(), List.of(), List.of(), Optional.of(why));
    }

    private static SubsidyDifference found(
            List<SubsidyCertificate> stored, List<SubsidyCertificate> told, LocalDate day) {
        List<SubsidyCertificate> added = new ArrayList<>(told);
        List<Changed> changed = new ArrayList<>();
        List<SubsidyCertificate> ended = new ArrayList<>();
        List<SubsidyCertificate> untold = new ArrayList<>();
        for (SubsidyCertificate old : stored) {
            Optional<SubsidyCertificate> now =
                    told.stream().filter(one -> isSame(old, one)).findFirst();
            now.ifPresent(one -> {
                added.remove(one);
                List<Item> items = items(old, one);
                if (!items.isEmpty()) {
                    changed.add(new Changed(old, one, items));
                }
            });
            if (now.isEmpty()) {
                boolean over =
                        old.valid().end().filter(end -> !day.isBefore(end)).isPresent();
                (over ? ended : untold).add(old);
            }
        }
        return new SubsidyDifference(added, changed, ended, untold, Optional.empty());
    }

    /** Payer, recipient and sub-key name a certificate; one without numbers is named by issuer, name and sub-key. */
    private static boolean isSame(SubsidyCertificate one, SubsidyCertificate other) {
        boolean numbered = one.payer().isPresent() || one.recipient().isPresent();
        return one.payer().equals(other.payer())
                && one.recipient().equals(other.recipient())
                && one.subKey().equals(other.subKey())
                && (numbered
                        || (one.issuer().equals(other.issuer()) && one.name().equals(other.name())));
    }

    private static List<Item> items(SubsidyCertificate old, SubsidyCertificate now) {
        return Arrays.stream(Item.values())
                .filter(item -> item.differs(old, now))
                .toList();
    }

    /** Whether anything would be stored otherwise than it is. */
    public boolean isChange() {
        return !added.isEmpty() || !changed.isEmpty() || !ended.isEmpty();
    }

    /** What may be behind it that nothing was told: the cause where it is known, the three possible ones where a peer's empty reply does not tell ({@code pmh.md} §6.3); empty where something was told, or nobody answered. */
    public List<Absence> causes() {
        if (nothing.orElse(null) instanceof SubsidyAnswer.Nothing(var absence)) {
            return absence == Absence.UNEXPLAINED
                    ? List.of(Absence.DECLINED, Absence.ENDED, Absence.SCHEME_NOT_CONNECTED)
                    : List.of(absence);
        }
        return List.of();
    }
}
