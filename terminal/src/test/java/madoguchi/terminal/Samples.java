package madoguchi.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import madoguchi.core.Caller;
import madoguchi.core.CopaymentRate;
import madoguchi.core.Coverage;
import madoguchi.core.CoverageClass;
import madoguchi.core.ElderlyRecipientCertificate;
import madoguchi.core.Holder;
import madoguchi.core.Inquiry;
import madoguchi.core.InsuredId;
import madoguchi.core.InsurerNumber;
import madoguchi.core.LimitCertificate;
import madoguchi.core.LimitClass;
import madoguchi.core.LimitKind;
import madoguchi.core.LossReason;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.MedicalTicket;
import madoguchi.core.Period;
import madoguchi.core.PersonName;
import madoguchi.core.Relation;
import madoguchi.core.Sex;
import madoguchi.core.SpecificDisease;
import madoguchi.core.SpecificDiseaseCategory;

/** 見本 – the composed files of {@code oqs-interface.md} §11, and the invented people in them as values. */
final class Samples {

    static final MedicalInstitutionCode CLINIC = new MedicalInstitutionCode("1399999999");
    static final LocalDate DAY = LocalDate.of(2026, 8, 3);
    static final Instant ANSWERED = Instant.parse("2026-08-03T00:15:04Z");

    static final String REQUEST = "OQSsiquc01req_202608030001.xml";
    static final String ACTIVE = "OQSsiquc01res_202608030001.xml";
    static final String NO_MATCH = "OQSsiquc01res_202608030002_no-match.xml";
    static final String LOST = "OQSsiquc01res_202608030003_lost.xml";
    static final String SYSTEM_ERROR = "OQSsiquc01res_202608030004_system-error.xml";
    static final String FACE = "OQSsiquc01res_face_1399999999a1b2c3d4_20260803100312.xml";
    static final String FACE_MEDICAL_AID = "OQSsiquc01res_face_1399999999ffee0011_20260803110001_medical-aid.xml";

    private Samples() {}

    static byte[] bytes(String name) {
        return bytes("/oqs/", name);
    }

    static byte[] expected(String name) {
        return bytes("/expected/", name);
    }

    private static byte[] bytes(String folder, String name) {
        try (var in = Objects.requireNonNull(Samples.class.getResourceAsStream(folder + name))) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static byte[] utf8(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    /** The same file as a terminal set to Shift_JIS would have it. */
    static byte[] inShiftJis(String xml) {
        return xml.replace("encoding=\"UTF-8\"", "encoding=\"Shift_JIS\"")
                .replace("<CharacterCodeIdentifier>0<", "<CharacterCodeIdentifier>1<")
                .getBytes(Charset.forName("windows-31j"));
    }

    static InsuredId hanakoId() {
        return new InsuredId(new InsurerNumber("139991"), Optional.of("12-34"), "567890", Optional.of("02"));
    }

    static Search hanakoSearch() {
        return new Search(hanakoId(), LocalDate.of(1987, 4, 12), true, Optional.of("P000123"));
    }

    static Request hanakoRequest() {
        return new Request(DAY, CLINIC, Optional.of("20260803091502123-3fa9c1d2"), hanakoSearch());
    }

    static Inquiry hanakoInquiry() {
        return Inquiry.byNumber(
                hanakoId(), LocalDate.of(1987, 4, 12), DAY, true, new Caller(CLINIC, "desk", "reception"));
    }

    /** 架空 ●子, dependent at a municipal insurer, with a limit certificate. */
    static Coverage hanako() {
        return new Coverage(
                hanakoId(),
                CoverageClass.GENERAL,
                Optional.of(Relation.DEPENDENT),
                Optional.of("架空　一郎"),
                new Holder(
                        new PersonName("架空　●子", Optional.of("ｶｸｳ ﾊﾅｺ"), Optional.of("架空　花子"), Optional.of("ｶｸｳ ﾊﾅｺ")),
                        Sex.FEMALE,
                        Optional.empty(),
                        LocalDate.of(1987, 4, 12),
                        Optional.of("東京都架空区試験町1-2-3"),
                        Optional.of("100-9999")),
                "架空区国民健康保険",
                Optional.of(Period.startingOn(LocalDate.of(2020, 4, 1))),
                Optional.of(LocalDate.of(2025, 8, 1)),
                Optional.of(Period.through(LocalDate.of(2025, 8, 1), LocalDate.of(2027, 7, 31))),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.of(new LimitCertificate(
                        LimitKind.LIMIT,
                        LimitClass.A03,
                        Optional.of(LocalDate.of(2025, 8, 1)),
                        Period.through(LocalDate.of(2025, 8, 1), LocalDate.of(2026, 7, 31)),
                        Optional.empty())),
                List.of(),
                List.of());
    }

    /** 見本 次郎, who left a health insurance society on 2026-07-01. */
    static Coverage jiroLost() {
        return new Coverage(
                new InsuredId(new InsurerNumber("06139992"), Optional.of("3001"), "42", Optional.of("00")),
                CoverageClass.GENERAL,
                Optional.of(Relation.INSURED),
                Optional.empty(),
                new Holder(
                        PersonName.of("見本　次郎", "ﾐﾎﾝ ｼﾞﾛｳ"),
                        Sex.MALE,
                        Optional.empty(),
                        LocalDate.of(1979, 11, 30),
                        Optional.empty(),
                        Optional.empty()),
                "見本産業健康保険組合",
                Optional.of(Period.until(LocalDate.of(2015, 4, 1), LocalDate.of(2026, 7, 1))),
                Optional.empty(),
                Optional.of(Period.through(LocalDate.of(2015, 4, 1), LocalDate.of(2026, 6, 30))),
                Optional.of(LossReason.OTHER_COVERAGE),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** 試験 三郎 under medical assistance, with a ticket of August 2026 for {@link #CLINIC}, as in the composed sample. */
    static Coverage saburo() {
        return new Coverage(
                new InsuredId(new InsurerNumber("12139994"), Optional.empty(), "7654321", Optional.empty()),
                CoverageClass.MEDICAL_ASSISTANCE,
                Optional.empty(),
                Optional.empty(),
                new Holder(
                        PersonName.of("試験　三郎", "ｼｹﾝ ｻﾌﾞﾛｳ"),
                        Sex.MALE,
                        Optional.empty(),
                        LocalDate.of(1960, 2, 29),
                        Optional.empty(),
                        Optional.empty()),
                "架空区福祉事務所",
                Optional.of(Period.startingOn(LocalDate.of(2025, 4, 1))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                everything().tickets());
    }

    /** Every group of the layout at once, which no real person has. */
    static Coverage everything() {
        return new Coverage(
                new InsuredId(new InsurerNumber("39139993"), Optional.empty(), "00123456", Optional.empty()),
                CoverageClass.GENERAL,
                Optional.empty(),
                Optional.empty(),
                new Holder(
                        PersonName.of("高齢　見本", "コウレイ　ミホン　がっぱー"),
                        Sex.FEMALE,
                        Optional.of(Sex.MALE),
                        LocalDate.of(1948, 6, 10),
                        Optional.empty(),
                        Optional.empty()),
                "架空県後期高齢者医療広域連合",
                Optional.of(Period.startingOn(LocalDate.of(2023, 6, 10))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new CopaymentRate(20)),
                true,
                Optional.of(new ElderlyRecipientCertificate(
                        Optional.of(LocalDate.of(2026, 8, 1)),
                        Period.through(LocalDate.of(2026, 8, 1), LocalDate.of(2027, 7, 31)),
                        new CopaymentRate(30))),
                Optional.of(new LimitCertificate(
                        LimitKind.LIMIT_AND_MEAL,
                        LimitClass.B05,
                        Optional.empty(),
                        Period.startingOn(LocalDate.of(2026, 8, 1)),
                        Optional.of(LocalDate.of(2026, 9, 1)))),
                List.of(new SpecificDisease(
                        SpecificDiseaseCategory.DIALYSIS,
                        Optional.of(LocalDate.of(2024, 4, 1)),
                        Period.startingOn(LocalDate.of(2024, 4, 1)),
                        10000)),
                List.of(new MedicalTicket(
                        YearMonth.of(2026, 8),
                        Period.through(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 31)),
                        "00000123",
                        CLINIC,
                        0)));
    }
}
