package madoguchi.core;

import java.util.List;

/**
 * 医療費助成の回答 – what came of asking for subsidies ({@code pmh.md} §6.2–§6.3). "Nothing" never ends what a facility has stored: it has several causes, and each that is known is its own value.
 */
public sealed interface SubsidyAnswer {

    /**
     * 助成あり.
     *
     * @param certificates at least one, valid on the day asked for
     */
    record Found(List<SubsidyCertificate> certificates) implements SubsidyAnswer {
        /** Copies the list; refuses an empty one. */
        public Found {
            certificates = List.copyOf(certificates);
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException("found without a certificate");
            }
        }
    }

    /** 助成の情報なし. */
    record Nothing(Absence absence) implements SubsidyAnswer {}

    /**
     * 回答なし – nobody answered.
     *
     * @param cause which hop failed
     * @param detail what happened; no personal data
     */
    record Unreachable(Answer.Cause cause, Text detail) implements SubsidyAnswer {}

    /** 未照会 – nobody asked. */
    record NotAsked() implements SubsidyAnswer {}

    /** 情報がない原因. */
    enum Absence {
        /** 提供しない – the patient chose not to show subsidies. */
        DECLINED,
        /** この施設は利用しない設定 – this facility does not take part. */
        FACILITY_NOT_CONNECTED,
        /** 自治体・制度が未参加 – there is a certificate, but its municipality or scheme does not take part yet. */
        SCHEME_NOT_CONNECTED,
        /** 有効期間外 – the certificates that are known are not valid on the day. */
        ENDED,
        /** 登録なし – nothing is registered; also the whole answer for data that must stay hidden (不開示). */
        NONE,
        /** 原因不明 – a peer's empty reply: declined, ended and not connected look the same. */
        UNEXPLAINED
    }
}
