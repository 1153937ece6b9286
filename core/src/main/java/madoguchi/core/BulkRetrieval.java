package madoguchi.core;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * 一括取得 – a facility asks for everybody it has a ticket or a consent of, without naming anybody ({@code oqs-interface.md} §6.1, §6.2).
 *
 * @param id the asker's name of this request, 1 to 64 letters, digits, hyphens or underscores: the same id is the same request, however often it is sent
 * @param caller who asks
 * @param wanted what is asked for
 */
public record BulkRetrieval(String id, Caller caller, Wanted wanted) {

    /** 求めるもの. */
    public sealed interface Wanted {

        /**
         * 医療券・調剤券 – those who have a ticket of medical assistance for the asking facility.
         *
         * @param month 診療年月
         */
        record Tickets(YearMonth month) implements Wanted {}

        /**
         * 同意日による – those who consented at the asking facility on one of these days.
         *
         * @param visit to what kind of care
         * @param from the first day
         * @param through the last day, included; not before the first
         */
        record Consented(VisitKind visit, LocalDate from, LocalDate through) implements Wanted {
            /** Throws {@link IllegalArgumentException} when the days are out of order. */
            public Consented {
                inOrder(from, through);
            }
        }

        /**
         * 受診日による – those who consented to online medical care of one of these days.
         *
         * @param from the first day
         * @param through the last day, included; not before the first
         */
        record Examined(LocalDate from, LocalDate through) implements Wanted {
            /** Throws {@link IllegalArgumentException} when the days are out of order. */
            public Examined {
                inOrder(from, through);
            }
        }

        /** The kind of visits to which whoever is meant has consented; empty where no consent is asked for. */
        default Optional<VisitKind> consentTo() {
            return switch (this) {
                case Tickets _ -> Optional.empty();
                case Consented consented -> Optional.of(consented.visit());
                case Examined _ -> Optional.of(VisitKind.ONLINE);
            };
        }

        private static void inOrder(LocalDate from, LocalDate through) {
            if (through.isBefore(from)) {
                throw new IllegalArgumentException("the last day lies before the first");
            }
        }
    }
}
