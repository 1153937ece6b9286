package madoguchi.claims;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import madoguchi.core.Text;

/**
 * 点検の画面 – one file, how far its check is, and what it told.
 *
 * @param upload the file
 * @param summary when it is done
 * @param receipts those something was told about
 * @param failed why there is no report
 * @param percent how far, 0 to 100
 * @param mended what was mended how, by the place of the receipt in the file
 */
public record ReportView(
        Upload upload,
        Optional<ClaimFileCheck.Summary> summary,
        List<CheckedReceipt> receipts,
        Optional<Text> failed,
        int percent,
        Map<Long, Mending> mended) {

    static ReportView of(Upload upload, ClaimRound.State state, Map<Long, Mending> mended) {
        return switch (state) {
            case ClaimRound.State.Running(var read, var length) ->
                new ReportView(
                        upload,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        (int) (length == 0 ? 0 : read * 100 / length),
                        mended);
            case ClaimRound.State.Done(var summary, var receipts) ->
                new ReportView(upload, Optional.of(summary), receipts, Optional.empty(), 100, mended);
            case ClaimRound.State.Failed(var reason) ->
                new ReportView(upload, Optional.empty(), List.of(), Optional.of(reason), 0, mended);
        };
    }

    /** Whether it is still being checked. */
    public boolean underWay() {
        return summary.isEmpty() && failed.isEmpty();
    }

    /** The kinds that were found, gravest first. */
    public List<Trouble> troubles() {
        return Arrays.stream(Trouble.values())
                .filter(trouble -> count(trouble) > 0)
                .toList();
    }

    /** How many receipts have this trouble. */
    public long count(Trouble trouble) {
        return summary.map(sums -> sums.counts().getOrDefault(trouble, 0L)).orElse(0L);
    }

    /** 確実に直せて、まだ直していないもの. */
    public List<CheckedReceipt> certain() {
        return receipts.stream()
                .filter(receipt -> !receipt.corrections().isEmpty() && !mended.containsKey(receipt.ordinal()))
                .toList();
    }

    /** 人が見る件数 – receipts of which a person has to see to a trouble of this kind, wherever they are listed. */
    public long persons(Trouble trouble) {
        return asked(trouble).count();
    }

    /** Under which kind the first of them is listed: the gravest of its own. */
    public Optional<Trouble> listedUnder(Trouble trouble) {
        return asked(trouble).findFirst().flatMap(ReportView::gravest);
    }

    private Stream<CheckedReceipt> asked(Trouble trouble) {
        return receipts.stream()
                .filter(this::isLeft)
                .filter(receipt -> receipt.findings().stream()
                        .anyMatch(finding -> !finding.isCertain() && finding.trouble() == trouble));
    }

    private static Optional<Trouble> gravest(CheckedReceipt receipt) {
        return receipt.findings().stream()
                .filter(finding -> !finding.isCertain())
                .findFirst()
                .map(ClaimFinding::trouble);
    }

    private boolean isLeft(CheckedReceipt receipt) {
        return mended.getOrDefault(receipt.ordinal(), Mending.CERTAIN) == Mending.CERTAIN;
    }

    /** 人が見るもの – of this kind, as the gravest thing a person has to see to, and not made anew. */
    public List<CheckedReceipt> work(Trouble trouble) {
        return receipts.stream()
                .filter(this::isLeft)
                .filter(receipt -> gravest(receipt).equals(Optional.of(trouble)))
                .toList();
    }

    /** Whether the disaster forms are offered for it: where its number is no registered one, with or without a reception. */
    public boolean offersDisaster(CheckedReceipt receipt) {
        return receipt.findings().stream().anyMatch(finding -> switch (finding.trouble()) {
            case UNKNOWN_NUMBER, DUMMY -> !finding.isCertain();
            case PERIOD_ENDED,
                    TRANSFERRED,
                    RETURNED,
                    FAULTY,
                    SPLIT,
                    BRANCH,
                    TYPE,
                    BLACK_CIRCLE,
                    PUBLIC_PAYER,
                    SUBSIDY,
                    NO_ANSWER,
                    NO_VISIT -> false;
        });
    }

    /** Whether a form other than the ordinary one is offered for it: where a reception is there to decide about it. */
    public boolean offersForms(CheckedReceipt receipt) {
        return !receipt.visits().isEmpty()
                && receipt.findings().stream().anyMatch(finding -> switch (finding.trouble()) {
                    case PERIOD_ENDED, TRANSFERRED, UNKNOWN_NUMBER, DUMMY -> !finding.isCertain();
                    case RETURNED,
                            FAULTY,
                            SPLIT,
                            BRANCH,
                            TYPE,
                            BLACK_CIRCLE,
                            PUBLIC_PAYER,
                            SUBSIDY,
                            NO_ANSWER,
                            NO_VISIT -> false;
                });
    }
}
