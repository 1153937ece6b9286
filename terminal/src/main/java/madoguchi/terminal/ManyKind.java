package madoguchi.terminal;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import madoguchi.core.BulkRetrieval;
import madoguchi.core.Text;
import madoguchi.core.VisitKind;

/** 一括の種類 – what a file for many persons, in four steps, is about ({@code oqs-interface.md} §1.2), and the single registration of a reference number. */
enum ManyKind {
    /** 資格確認一括照会 (IF-005 to 008). */
    INQUIRY("muquc", new Text("資格確認一括照会", "bulk inquiry")),
    /** 照会番号一括登録 (IF-009 to 012). */
    REFERENCE_NUMBERS("muimm", new Text("照会番号一括登録", "registration of reference numbers")),
    /** 照会番号登録 (IF-003, 004): one step. */
    REFERENCE_NUMBER("siimm", new Text("照会番号登録", "registration of a reference number")),
    /** 医療扶助 医療券の一括取得 (IF-013 to 016). */
    TICKETS("mutic", new Text("医療券の一括取得", "medical tickets of a month")),
    /** 同意済資格情報一括取得（訪問診療等） (IF-017 to 020). */
    HOME_VISITS("muhvq", new Text("同意済資格情報一括取得（訪問診療等）", "consented data of home visits")),
    /** 同意済資格情報一括取得（オンライン診療等） (IF-021 to 024). */
    ONLINE_VISITS("muonq", new Text("同意済資格情報一括取得（オンライン診療等）", "consented data of online visits"));

    /** 段 – the first or second pair of a four-step exchange. */
    enum Step {
        /** 01: the request and its 受付番号. */
        SEND("01"),
        /** 02: asking for the results by the 受付番号. */
        COLLECT("02");

        private final String digits;

        Step(String digits) {
            this.digits = digits;
        }
    }

    private static final Pattern NAME =
            Pattern.compile("(OQS([a-z]{5})(0[12])req_[A-Za-z0-9_-]{1,64})\\.xml", Pattern.CASE_INSENSITIVE);

    private final String letters;
    private final Text label;

    ManyKind(String letters, Text label) {
        this.letters = letters;
        this.label = label;
    }

    Text label() {
        return label;
    }

    /** How the names of these requests begin, such as {@code OQSmuquc01req_}. */
    String request(Step step) {
        return "OQS" + letters + step.digits + "req_";
    }

    /**
     * 要求ファイル – a request by its name.
     *
     * @param base the file's name without extension
     */
    record Named(ManyKind kind, Step step, String base) {

        /** The base name of its answer. */
        String answer() {
            return answerTo(base);
        }
    }

    /** What a file's name says; empty for other files, and for a second step where there is none. */
    static Optional<Named> of(String fileName) {
        Matcher name = NAME.matcher(fileName);
        if (!name.matches()) {
            return Optional.empty();
        }
        Step step = name.group(3).equals("01") ? Step.SEND : Step.COLLECT;
        return Arrays.stream(values())
                .filter(kind -> kind.letters.equalsIgnoreCase(name.group(2)))
                .filter(kind -> kind != REFERENCE_NUMBER || step == Step.SEND)
                .findFirst()
                .map(kind -> new Named(kind, step, name.group(1)));
    }

    /** The kind of request by which something is retrieved. */
    static ManyKind of(BulkRetrieval.Wanted wanted) {
        return switch (wanted) {
            case BulkRetrieval.Wanted.Tickets _ -> TICKETS;
            case BulkRetrieval.Wanted.Consented(var visit, var from, var through) ->
                visit == VisitKind.HOME ? HOME_VISITS : ONLINE_VISITS;
            case BulkRetrieval.Wanted.Examined _ -> ONLINE_VISITS;
        };
    }

    /** {@code req_} turned into {@code res_}. */
    static String answerTo(String requestBase) {
        return requestBase.replaceFirst("(?i)req_", "res_");
    }
}
