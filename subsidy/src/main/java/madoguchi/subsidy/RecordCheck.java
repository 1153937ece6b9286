package madoguchi.subsidy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import madoguchi.core.CeilingKind;
import madoguchi.core.CheckDigit;
import madoguchi.core.CheckPolicy;
import madoguchi.core.Period;
import madoguchi.core.RecipientNumber;
import madoguchi.core.SubsidyCertificate;
import madoguchi.core.SubsidyCertificate.FaceItem;
import madoguchi.core.Typed;

/*
 * The checks of pmh.md §3, one number each. A record is checked to its end whatever is found: the municipality mends everything in one go. Whether an item may be
 * looked at depends on nothing but its own type, so the order of the checks does not matter.
 */

/** 記録の点検 – reads one record; pure. */
final class RecordCheck {

    private static final int MY_NUMBER_LENGTH = 12;
    private static final int PAYER_LENGTH = 8;
    private static final int SHORT = 100;
    private static final int LONG = 2_000;
    private static final int LONGEST_VALUE = 1_000;
    private static final int MOST_FACE_ITEMS = 50;
    private static final int LONGEST_RECIPIENT = 30;
    private static final Pattern TYPE = Pattern.compile("[0-9A-Za-z]{1,50}");
    private static final Pattern CONDITIONS = Pattern.compile("\\w+-\\w+(;\\w+-\\w+)*");
    private static final Pattern RECIPIENT = Pattern.compile("[0-9]{7}");

    static final List<String> ITEMS = List.of(
            "orgSpecificCertificateTypeId",
            "myNumber",
            "basicFiveInfo",
            "isNotDisclosed",
            "medicalSubsidyInsurerNumber",
            "certificationName",
            "medicalSubsidyRecipientNumber",
            "certificationSubKey",
            "segment",
            "incomeSegment",
            "additionalConditions",
            "designatedMedicalInstitutions",
            "isAlwaysReimbursement",
            "maxCopaymentAmount",
            "validFrom",
            "validTo",
            "historyKey",
            "isDeleted",
            "certificationDetail");

    private final Map<String, IssuedType> types;
    private final LocalDate today;

    /**
     * Checks for one municipality.
     *
     * @param types its types of certificates, by their ids
     * @param today nobody is born later
     */
    RecordCheck(Map<String, IssuedType> types, LocalDate today) {
        this.types = Map.copyOf(types);
        this.today = today;
    }

    /** Everything that is wrong with the record, or what it says. */
    CheckedRecord of(RawRecord raw) {
        if (raw.broken().isPresent()) {
            return new CheckedRecord(
                    raw,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(raw.broken().get().fault()));
        }
        RecordItems items = RecordItems.of(raw);
        items.only(ITEMS);
        Optional<String> myNumber = myNumber(items, raw);
        Optional<BasicFive> five = basics(items);
        Optional<CertificateVersion> version = version(items);
        boolean good = items.faults().stream().noneMatch(RecordFault::isError);
        return new CheckedRecord(raw, myNumber, five, version.filter(sound -> good), items.faults());
    }

    private static Optional<String> myNumber(RecordItems items, RawRecord raw) {
        Optional<String> digits = items.needed("myNumber", String.class);
        Optional<String> twelve = digits.filter(text -> text.length() == MY_NUMBER_LENGTH && Typed.isDigits(text));
        Optional<String> fitting = twelve.filter(CheckDigit::holdsForMyNumber);
        if (digits.isPresent() && twelve.isEmpty()) {
            items.fault(RecordCode.MY_NUMBER_FORM);
        } else if (twelve.isPresent() && fitting.isEmpty()) {
            items.fault(RecordCode.MY_NUMBER_CHECK);
        }
        twelve.ifPresent(number -> raw.items().forEach((item, value) -> {
            if (!item.equals("myNumber") && value.toString().contains(number)) {
                items.fault(RecordCode.MY_NUMBER_ELSEWHERE, ITEMS.contains(item) ? item : "");
            }
        }));
        return fitting;
    }

    /** 基本5情報 are compared with the register of persons ({@link BasicFive}) and then forgotten; absent where an item is missing or faulty. */
    private Optional<BasicFive> basics(RecordItems items) {
        int before = items.faults().size();
        return items.within("basicFiveInfo", true).flatMap(five -> {
            five.only(List.of("name", "nameKana", "address", "dateOfBirth", "sex"));
            Optional<String> name = filled(five, "name");
            Optional<String> kana = filled(five, "nameKana");
            Optional<String> address = filled(five, "address");
            Optional<LocalDate> birth = five.needed("dateOfBirth", String.class)
                    .flatMap(text -> five.day("dateOfBirth", text, RecordCode.BIRTH_FORM));
            birth.filter(today::isBefore).ifPresent(future -> five.fault(RecordCode.BIRTH_FORM, "dateOfBirth"));
            Optional<String> sex = five.needed("sex", String.class);
            sex.filter(code -> !List.of("1", "2", "3").contains(code))
                    .ifPresent(odd -> five.fault(RecordCode.SEX_FORM, "sex"));
            return items.faults().size() > before || birth.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new BasicFive(
                            name.orElseThrow(),
                            kana.orElseThrow(),
                            address.orElseThrow(),
                            birth.get(),
                            sex.orElseThrow()));
        });
    }

    private static Optional<String> filled(RecordItems five, String item) {
        Optional<String> text = five.needed(item, String.class);
        text.filter(String::isBlank).ifPresent(blank -> five.fault(RecordCode.NAME_FORM, item));
        return text;
    }

    private Optional<CertificateVersion> version(RecordItems items) {
        Optional<IssuedType> type = type(items);
        Optional<String> payer = payer(items, type);
        Optional<RecipientNumber> recipient = recipient(items, type);
        Optional<String> name = certificateName(items);
        Optional<Period> valid = valid(items);
        Optional<CeilingForm> ceilings = ceilings(items);
        Optional<String> historyKey =
                form(items, "historyKey", key -> !key.isBlank() && key.length() <= SHORT, RecordCode.HISTORY_FORM);
        Optional<Boolean> hidden = items.needed("isNotDisclosed", Boolean.class);
        Optional<Boolean> deleted = items.needed("isDeleted", Boolean.class);
        Optional<String> reimbursed =
                form(items, "isAlwaysReimbursement", List.of("0", "1")::contains, RecordCode.REIMBURSEMENT_FORM);
        List<String> conditions = conditions(items);
        Optional<String> subKey = items.text("certificationSubKey", SHORT);
        Optional<String> segment = items.text("segment", SHORT);
        Optional<String> income = items.text("incomeSegment", SHORT);
        Optional<String> institutions = items.text("designatedMedicalInstitutions", LONG);
        List<FaceItem> face = face(items);
        if (items.faults().stream().anyMatch(RecordFault::isError)) {
            return Optional.empty();
        }
        CeilingForm capped = ceilings.orElse(CeilingForm.NONE);
        return Optional.of(new CertificateVersion(
                type.orElseThrow().type(),
                subKey.orElse(""),
                historyKey.orElseThrow(),
                deleted.orElseThrow(),
                hidden.orElseThrow(),
                new SubsidyCertificate(
                        name.orElseThrow(),
                        type.orElseThrow().issuer(),
                        payer,
                        recipient,
                        subKey,
                        segment,
                        income,
                        conditions,
                        institutions,
                        reimbursed.orElseThrow().equals("1"),
                        valid.orElseThrow(),
                        capped.ceilings(),
                        capped.summed(),
                        remarks(capped),
                        face)));
    }

    private static Optional<String> form(RecordItems items, String item, Predicate<String> sound, RecordCode code) {
        Optional<String> text = items.needed(item, String.class);
        if (text.filter(sound.negate()).isPresent()) {
            items.fault(code);
        }
        return text.filter(sound);
    }

    private Optional<IssuedType> type(RecordItems items) {
        Optional<String> id = form(
                items,
                "orgSpecificCertificateTypeId",
                text -> TYPE.matcher(text).matches(),
                RecordCode.TYPE_FORM);
        Optional<IssuedType> type = id.map(types::get);
        if (id.isPresent() && type.isEmpty()) {
            items.fault(RecordCode.TYPE_UNKNOWN);
        }
        return type;
    }

    private static Optional<String> payer(RecordItems items, Optional<IssuedType> type) {
        Optional<String> payer = items.given("medicalSubsidyInsurerNumber", String.class);
        if (payer.isEmpty()) {
            return payer;
        }
        if (payer.get().length() != PAYER_LENGTH || !Typed.isDigits(payer.get())) {
            items.fault(RecordCode.PAYER_FORM);
            return Optional.empty();
        }
        type.map(IssuedType::scheme).ifPresent(scheme -> {
            if (!scheme.holds(payer.get())) {
                items.fault(RecordCode.PAYER_SCHEME);
            }
            if (!CheckDigit.holds(payer.get())) {
                items.fault(scheme.check() == CheckPolicy.MUST ? RecordCode.PAYER_CHECK : RecordCode.PAYER_CHECK_LOCAL);
            }
        });
        return payer;
    }

    private static Optional<RecipientNumber> recipient(RecordItems items, Optional<IssuedType> type) {
        Optional<String> number = items.given("medicalSubsidyRecipientNumber", String.class);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        if (number.get().isBlank() || number.get().length() > LONGEST_RECIPIENT) {
            items.fault(RecordCode.RECIPIENT_FORM);
            return Optional.empty();
        }
        if (type.filter(known -> known.scheme().national()).isPresent()) {
            if (!RECIPIENT.matcher(number.get()).matches()) {
                items.fault(RecordCode.RECIPIENT_NATIONAL);
            } else if (!CheckDigit.holds(number.get())) {
                items.fault(RecordCode.RECIPIENT_CHECK);
            }
        }
        return number.map(RecipientNumber::new);
    }

    private static Optional<String> certificateName(RecordItems items) {
        return form(
                items,
                "certificationName",
                name -> !name.isBlank() && name.codePointCount(0, name.length()) <= SHORT,
                RecordCode.CERTIFICATE_NAME);
    }

    private static Optional<Period> valid(RecordItems items) {
        Optional<LocalDate> from = items.day("validFrom");
        Optional<LocalDate> to = items.day("validTo");
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (to.get().isBefore(from.get())) {
            items.fault(RecordCode.PERIOD_ORDER);
            return Optional.empty();
        }
        return Optional.of(Period.through(from.get(), to.get()));
    }

    private static Optional<CeilingForm> ceilings(RecordItems items) {
        Optional<CeilingForm> none = Optional.of(CeilingForm.NONE);
        Optional<?> given = items.given("maxCopaymentAmount", Map.class);
        Optional<CeilingForm> read =
                given.isPresent() && given.get() instanceof Map<?, ?> map ? CeilingForm.read(map) : none;
        if (read.isEmpty()) {
            items.fault(RecordCode.CEILING_FORM);
        }
        return read;
    }

    private static List<String> conditions(RecordItems items) {
        Optional<String> pairs =
                items.given("additionalConditions", String.class).filter(text -> !text.isEmpty());
        if (pairs.filter(text -> !CONDITIONS.matcher(text).matches() || text.length() > LONG)
                .isPresent()) {
            items.fault(RecordCode.CONDITIONS_FORM);
            return List.of();
        }
        return pairs.map(text -> List.of(text.split(";"))).orElse(List.of());
    }

    private static List<FaceItem> face(RecordItems items) {
        List<FaceItem> face = new ArrayList<>();
        List<?> details = items.needed("certificationDetail", List.class)
                .map(list -> (List<?>) list)
                .orElse(List.of());
        boolean sound = details.size() <= MOST_FACE_ITEMS;
        for (Object detail : details) {
            if (detail instanceof Map<?, ?> pair
                    && pair.size() == 2
                    && pair.get("label") instanceof String label
                    && pair.get("value") instanceof String value) {
                face.add(new FaceItem(label, value));
            } else {
                sound = false;
            }
        }
        if (!sound) {
            items.fault(RecordCode.FACE_FORM);
        } else if (face.stream()
                .anyMatch(item -> item.label().length() > SHORT || item.value().length() > LONGEST_VALUE)) {
            items.fault(RecordCode.TEXT_LENGTH, "certificationDetail");
        }
        return face;
    }

    /** PMH特記事項, in the words of the screen of seed 000; made from what is summed, since the registration has no such item. */
    private static Optional<String> remarks(CeilingForm form) {
        return form.summed().isEmpty()
                ? Optional.empty()
                : Optional.of("(自己負担上限額種別またぎの合算条件)"
                        + form.summed().stream()
                                .sorted()
                                .map(CeilingKind::label)
                                .map(label -> label.ja())
                                .collect(Collectors.joining("、"))
                        + "は合算管理の対象である。");
    }
}
