package madoguchi.desk;

import madoguchi.core.Text;
import madoguchi.policy.EvidenceKind;

/** 済んだことの言い方 – an evidence as something a clerk has done: short enough for a button. */
final class Deeds {

    private Deeds() {}

    static Text of(EvidenceKind evidence) {
        return switch (evidence) {
            case PORTAL_SCREEN -> new Text("画面を確認した", "Saw the screen");
            case PORTAL_PDF -> new Text("PDFを確認した", "Saw the PDF");
            case NOTICE -> new Text("お知らせを確認した", "Saw the notice");
            case NOTICE_COPY -> new Text("お知らせの写しを確認した", "Saw the copy of the notice");
            case NEITHER -> new Text("画面もお知らせもない", "Neither screen nor notice");
            case ORAL_CONFIRMATION -> new Text("口頭で変わりないと確認した", "Nothing changed, by word of mouth");
            case DECLARATION -> new Text("申立書を書いてもらった", "The declaration was filled in");
            case MEDICAL_TICKET -> new Text("医療券・調剤券を確認した", "Saw the medical ticket");
            case NOT_OBTAINED -> new Text("どれもできない", "None of these is possible");
            case CERTIFICATE -> new Text("資格確認書がある", "There is a certificate");
            case NUMBER_INQUIRY, CARD_READ, RECIPIENT_CERTIFICATE, RECIPIENT_SCREEN -> evidence.label();
        };
    }
}
