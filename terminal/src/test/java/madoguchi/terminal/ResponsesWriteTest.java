package madoguchi.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import madoguchi.core.Answer;
import madoguchi.core.Coverage;
import madoguchi.core.Holder;
import madoguchi.core.InquiryKind;
import madoguchi.core.PersonName;
import madoguchi.core.Reply;
import madoguchi.core.Text;
import org.junit.jupiter.api.Test;

/** Writing answers, against the composed files of {@code oqs-interface.md} §11 and hand-made ones. */
class ResponsesWriteTest {

    private static Reply reply(Answer answer) {
        return Reply.of(answer, Samples.ANSWERED);
    }

    private static String written(Reply reply) {
        return new String(
                Responses.write(Response.to(Samples.hanakoRequest(), reply), OqsCharset.UTF_8), StandardCharsets.UTF_8);
    }

    private static Reply hanakoReply() {
        return new Reply(
                new Answer.Active(List.of(Samples.hanako())),
                Samples.ANSWERED,
                Optional.of(7L),
                Optional.of("P000123"),
                Optional.empty(),
                List.of());
    }

    @Test
    void anActiveAnswerIsTheSampleByteForByte() {
        assertThat(Responses.write(Response.to(Samples.hanakoRequest(), hanakoReply()), OqsCharset.UTF_8))
                .isEqualTo(Samples.bytes(Samples.ACTIVE));
    }

    @Test
    void inShiftJisDeclarationAndIdentifierAgree() {
        assertThat(Responses.write(Response.to(Samples.hanakoRequest(), hanakoReply()), OqsCharset.SHIFT_JIS))
                .isEqualTo(Samples.inShiftJis(Samples.text(Samples.ACTIVE)));
    }

    @Test
    void aReaderResultHasEveryGroupInTheOrderOfTheLayout() {
        Response response = new Response(
                Optional.of(Samples.DAY),
                Optional.of(Samples.CLINIC),
                Optional.of("FaKeFaKe_01="),
                InquiryKind.CARD,
                Optional.empty(),
                new Reply(
                        new Answer.Active(List.of(Samples.everything())),
                        Samples.ANSWERED,
                        Optional.empty(),
                        Optional.of("P000777"),
                        Optional.of("A&B <期限>"),
                        List.of()));

        assertThat(new String(Responses.write(response, OqsCharset.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(new String(Samples.expected("late-elderly-face.xml"), StandardCharsets.UTF_8));
    }

    @Test
    void theConsentsOfAReaderResultAreThoseOfTheSampleLineByLine() {
        Response sample =
                Responses.read(Samples.bytes(Samples.FACE), Samples.ANSWERED).orElseThrow();
        String written = new String(Responses.write(sample, OqsCharset.UTF_8), StandardCharsets.UTF_8);

        assertThat(consents(written)).hasSize(12).isEqualTo(consents(Samples.text(Samples.FACE)));
    }

    private static List<String> consents(String file) {
        return file.lines()
                .filter(line -> line.matches(".*(ConsFlg|ConsTime|AvailableTime)>.*"))
                .toList();
    }

    @Test
    void withoutConsentNoLimitInformationIsWritten() {
        Request silent = new Request(
                Samples.DAY,
                Samples.CLINIC,
                Optional.empty(),
                new Search(Samples.hanakoId(), Samples.hanako().holder().birth(), false, Optional.empty()));
        String xml = new String(
                Responses.write(Response.to(silent, hanakoReply()), OqsCharset.UTF_8), StandardCharsets.UTF_8);

        assertThat(xml)
                .doesNotContain("<LimitApplicationCertificateRelatedInfo>")
                .contains("<LimitApplicationCertificateRelatedConsFlg>0<");
    }

    @Test
    void specificDiseasesAreNeverWrittenIntoAnAnswerToARequest() {
        assertThat(written(reply(new Answer.Active(List.of(Samples.everything())))))
                .doesNotContain("SpecificDiseases");
    }

    @Test
    void eachAnswerHasItsValidityCode() {
        Coverage hanako = Samples.hanako();
        assertThat(written(reply(new Answer.Inactive(Optional.of(Samples.jiroLost())))))
                .contains("<QualificationValidity>2<", "<ReasonOfLoss>03<", "<DisqualificationDate>20260701<");
        assertThat(written(reply(new Answer.InactiveNewExists(Optional.empty()))))
                .contains("<QualificationValidity>3<")
                .doesNotContain("ResultList");
        assertThat(written(reply(new Answer.NotFound()))).contains("<QualificationValidity>4<");
        assertThat(written(reply(new Answer.Ambiguous()))).contains("<QualificationValidity>5<");
        assertThat(written(reply(new Answer.ActiveUnregistered(hanako)))).contains("<QualificationValidity>6<");
    }

    @Test
    void noAnswerIsAHeaderErrorWithAPlaceholderCodeAndNoBody() {
        Text detail = new Text("つながりません", "not connected");
        String xml = written(reply(new Answer.Unreachable(Answer.Cause.NETWORK, Optional.empty(), detail)));

        assertThat(xml)
                .contains("<SegmentOfResult>9<", "<ErrorCode>XX-PLACEHOLDER-NETWORK<", "（実コード不明・試験用）")
                .contains("<ArbitraryFileIdentifier>20260803091502123-3fa9c1d2<")
                .doesNotContain("MessageBody");
        assertThat(written(reply(new Answer.NotAsked()))).contains("<SegmentOfResult>9<");
    }

    @Test
    void aPeersOwnErrorCodeIsPassedOnVerbatim() {
        assertThat(written(reply(new Answer.Unreachable(Answer.Cause.HUB, Optional.of("A123"), Text.same("停止中です")))))
                .contains("<ErrorCode>A123</ErrorCode>", "<ErrorMessage>停止中です</ErrorMessage>");
    }

    @Test
    void whatShiftJisLacksBecomesABlackCircleOneForOne() {
        // 髙 and 﨑 exist in windows-31j; 𠮷 and 鷗 do not; 葛 loses its variation selector; the minus sign has a twin.
        Coverage hanako = Samples.hanako();
        Holder rare = new Holder(
                PersonName.of("髙﨑　𠮷鷗葛\uDB40\uDD00", "ﾀｶｻｷ"),
                hanako.holder().sex(),
                Optional.empty(),
                hanako.holder().birth(),
                Optional.of("1−2〜3"),
                Optional.empty());
        Coverage coverage = new Coverage(
                hanako.id(),
                hanako.kind(),
                hanako.relation(),
                Optional.empty(),
                rare,
                hanako.insurerName(),
                hanako.qualified(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
        Response response = Response.to(Samples.hanakoRequest(), reply(new Answer.Active(List.of(coverage))));

        assertThat(new String(Responses.write(response, OqsCharset.SHIFT_JIS), Charset.forName("windows-31j")))
                .contains("<Name>髙﨑　●●葛</Name>", "<Address>1－2～3</Address>");
        assertThat(new String(Responses.write(response, OqsCharset.UTF_8), StandardCharsets.UTF_8))
                .contains("<Name>髙﨑　𠮷鷗葛\uDB40\uDD00</Name>", "<Address>1−2〜3</Address>");
    }
}
