package madoguchi.core;

import java.time.LocalDate;
import java.util.List;

/**
 * 本人の受給者証 – the port through which the holder's own screen (医療受給者証画面, seed 000) reads every certificate of one person: current, upcoming and ended. What must stay hidden (不開示) is not in it: "nothing to
 * clinic and portal" ({@code pmh.md} §7.5).
 */
@FunctionalInterface
public interface HeldSubsidies {

    /** 一覧の結果. */
    sealed interface Listing {
        /**
         * 一覧.
         *
         * @param subsidies the current ones first, then the upcoming, then the ended, youngest first; may be empty
         */
        record Listed(List<Held> subsidies) implements Listing {
            /** Copies the list. */
            public Listed {
                subsidies = List.copyOf(subsidies);
            }
        }

        /**
         * 応答なし.
         *
         * @param cause which hop failed
         * @param detail what happened; no personal data
         */
        record Unreachable(Answer.Cause cause, Text detail) implements Listing {}
    }

    /**
     * 受給者証一枚.
     *
     * @param certificate what is registered, with the PMH remarks
     * @param standing 有効・開始前・終了, on the day asked for
     * @param connected 先行実施: whether municipality and scheme take part on that day; a screen of one that does not take part replaces no paper
     */
    record Held(SubsidyCertificate certificate, Standing standing, boolean connected) {}

    /** 受給者証の状態. */
    enum Standing {
        /** 有効. */
        CURRENT,
        /** 開始前. */
        UPCOMING,
        /** 終了. */
        ENDED
    }

    /** Every certificate of the person as of now, seen from {@code day}; trouble is a value, never an exception. */
    Listing of(PersonKey person, LocalDate day);
}
