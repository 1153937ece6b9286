package madoguchi.subsidy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import madoguchi.core.CheckDigit;
import madoguchi.core.Holder;
import madoguchi.core.MedicalInstitutionCode;
import madoguchi.core.PersonKey;
import madoguchi.core.PersonName;
import madoguchi.core.Sex;
import madoguchi.json.CoreJson;

/** Records as an invented municipality would send them. My Numbers begin with 000000. */
final class Samples {

    static final MunicipalityCode WARD = new MunicipalityCode("139998");
    static final MunicipalityCode PREFECTURE = new MunicipalityCode("139904");
    static final MedicalInstitutionCode CLINIC = new MedicalInstitutionCode("1319999913");
    static final MedicalInstitutionCode ELSEWHERE = new MedicalInstitutionCode("1312345679");
    static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

    /** 000000 and six digits, with its check digit. */
    static String myNumber(int person) {
        String body = "000000%05d".formatted(person);
        for (char check = '0'; check <= '9'; check++) {
            if (CheckDigit.holdsForMyNumber(body + check)) {
                return body + check;
            }
        }
        throw new IllegalStateException();
    }

    /** The person of a My Number, as the twin of the hub's register counts them. */
    static PersonKey person(int person) {
        return new PersonKey(person);
    }

    /** Swaps like the hub: here the number itself, without check digit, is the key. */
    static final PersonKeys KEYS = numbers -> numbers.stream()
            .map(number -> new PersonKey(Long.parseLong(number.substring(0, 11))))
            .toList();

    /** The insurers' register: 91 is the person of {@link #five}, 92 is hidden in it and so not among them, nobody else is known. */
    static final RegisteredPeople REGISTERED = persons -> persons.contains(person(91))
            ? Map.of(
                    person(91),
                    List.of(new Holder(
                            PersonName.of("架空　望", "ｶｸｳ ﾉｿﾞﾑ"),
                            Sex.MALE,
                            Optional.empty(),
                            LocalDate.of(1980, 8, 8),
                            Optional.of("架空県架空区１－１"),
                            Optional.empty())))
            : Map.of();

    static final String PARTICIPANTS = """
            kind,code,type,name,certificate,scheme,first,last
            SCHEME,139904,NANBYO,架空県,特定医療費（指定難病）受給者証,N54,2026-04-01,
            SCHEME,139904,SEISHIN,架空県,自立支援医療受給者証（精神通院）,N21,2026-04-01,2026-09-30
            SCHEME,139998,CHILD,架空区,マル子医療証,L13-88,2026-04-01,
            SCHEME,139998,SINGLE,架空区,マル親医療証,L13-81,,
            FACILITY,1319999913,,みなと架空診療所,,,2026-05-01,
            """;

    /** A sound record of the intractable disease scheme; {@code changes} are items and values, or an item and null to leave it out. */
    static Map<String, Object> record(int person, Object... changes) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("orgSpecificCertificateTypeId", "NANBYO");
        record.put("myNumber", myNumber(person));
        record.put("basicFiveInfo", five());
        record.put("isNotDisclosed", false);
        record.put("medicalSubsidyInsurerNumber", "54139993");
        record.put("certificationName", "特定医療費（指定難病）受給者証");
        record.put("medicalSubsidyRecipientNumber", "5400015");
        record.put("incomeSegment", "B2");
        record.put("additionalConditions", "101-1;102-A");
        record.put("isAlwaysReimbursement", "0");
        record.put(
                "maxCopaymentAmount",
                Map.of(
                        "ceilings",
                        List.of(Map.of("kind", "医科歯科入外", "span", "MONTH", "yen", 5000)),
                        "summed",
                        List.of("薬局", "医科歯科入外")));
        record.put("validFrom", "2026-01-01");
        record.put("validTo", "2026-12-31");
        record.put("historyKey", "h1");
        record.put("isDeleted", false);
        record.put("certificationDetail", List.of(Map.of("label", "疾病名", "value", "見本病")));
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1].equals(GONE)) {
                record.remove((String) changes[i]);
            } else {
                record.put((String) changes[i], changes[i + 1]);
            }
        }
        return record;
    }

    /** In place of a value: the item is left out. */
    static final Object GONE = new Object();

    static Map<String, Object> five(Object... changes) {
        Map<String, Object> five = new LinkedHashMap<>(Map.of(
                "name", "架空　望",
                "nameKana", "カクウ　ノゾム",
                "address", "架空県架空区1-1",
                "dateOfBirth", "1980-08-08",
                "sex", "1"));
        for (int i = 0; i < changes.length; i += 2) {
            five.put((String) changes[i], changes[i + 1]);
        }
        return five;
    }

    /** A child's certificate of the ward. */
    static Map<String, Object> child(int person, Object... changes) {
        Map<String, Object> record = record(
                person,
                "orgSpecificCertificateTypeId",
                "CHILD",
                "medicalSubsidyInsurerNumber",
                "88139993",
                "certificationName",
                "マル子医療証",
                "medicalSubsidyRecipientNumber",
                "A-310 0013");
        for (int i = 0; i < changes.length; i += 2) {
            record.put((String) changes[i], changes[i + 1]);
        }
        return record;
    }

    static InputStream json(Map<?, ?>... records) {
        return text(Arrays.stream(records)
                .map(CoreJson.mapper()::writeValueAsString)
                .collect(Collectors.joining(",", "[", "]")));
    }

    static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private Samples() {}
}
