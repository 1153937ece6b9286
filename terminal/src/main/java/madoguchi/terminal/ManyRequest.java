package madoguchi.terminal;

import java.util.List;
import java.util.Optional;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.Parsed;

/**
 * 一括の要求 – a request file about many persons that was understood.
 *
 * @param named its kind, step and name
 * @param content what it says
 */
record ManyRequest(ManyKind.Named named, Content content) {

    /** 中身. */
    sealed interface Content {
        /** 資格確認一括照会. */
        record Inquire(BulkSend send) implements Content {}

        /** 照会番号登録. */
        record Register(References.Send send) implements Content {}

        /** 期間で求める一括取得. */
        record Period(MonthOrConsent wanted) implements Content {}

        /** ダウンロード要求. */
        record Download(Collect collect) implements Content {}
    }

    /** Reads a file by its name; every fault with its path. */
    static Parsed<ManyRequest> read(ManyKind.Named named, byte[] file) {
        return content(named, file).map(content -> new ManyRequest(named, content));
    }

    private static Parsed<Content> content(ManyKind.Named named, byte[] file) {
        if (named.step() == ManyKind.Step.COLLECT) {
            return FourSteps.collect(file).map(Content.Download::new);
        }
        return switch (named.kind()) {
            case INQUIRY -> BulkFiles.send(file).map(Content.Inquire::new);
            case REFERENCE_NUMBER, REFERENCE_NUMBERS -> References.send(file).map(Content.Register::new);
            case TICKETS, HOME_VISITS, ONLINE_VISITS ->
                MonthOrConsent.read(named.kind(), file).map(Content.Period::new);
        };
    }

    MedicalInstitutionCode facility() {
        return switch (content) {
            case Content.Inquire(var send) -> send.facility();
            case Content.Register(var send) -> send.facility();
            case Content.Period(var wanted) -> wanted.facility();
            case Content.Download(var collect) -> collect.facility();
        };
    }

    Optional<String> fileIdentifier() {
        return switch (content) {
            case Content.Inquire(var send) -> send.fileIdentifier();
            case Content.Register(var send) -> send.fileIdentifier();
            case Content.Period(var wanted) -> wanted.fileIdentifier();
            case Content.Download d -> Optional.empty();
        };
    }

    /** Whom it asks about, for the script. */
    List<Search> persons() {
        return content instanceof Content.Inquire(var send)
                ? send.persons().stream()
                        .flatMap(person -> person.question().stream())
                        .map(asked ->
                                new Search(asked.insured(), asked.birth(), asked.limitConsent(), asked.identifier()))
                        .toList()
                : List.of();
    }

    /** Never prints the file. */
    @Override
    public String toString() {
        return "ManyRequest[" + named.kind() + ", " + named.step() + "]";
    }
}
