package madoguchi.town;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import madoguchi.core.InsuredId;
import madoguchi.core.Period;
import madoguchi.core.PersonName;
import madoguchi.core.PublicPayerNumber;
import madoguchi.core.RecipientNumber;
import madoguchi.core.Text;
import madoguchi.core.Typed;

/** 人々のファイル – reads {@code people.yaml}. The file is part of this module, so a fault in it is an exception and the tests find it. */
final class PeopleFile {

    private PeopleFile() {}

    static List<Townsperson> read(String yaml) {
        return YamlEntry.list(yaml).stream().map(PeopleFile::person).toList();
    }

    private static Townsperson person(YamlEntry entry) {
        YamlEntry chart = entry.entry("chart");
        return new Townsperson(
                entry.text("key"),
                text(entry.entry("story")),
                PersonName.of(chart.text("name"), chart.text("kana")),
                day(entry, "birth"),
                entry.find("referenceNumber"),
                ids(entry.entry("ids")),
                entry.texts("troubles").stream().map(Trouble::named).collect(Collectors.toSet()),
                entry.entries("subsidies").stream().map(PeopleFile::subsidy).toList(),
                entry.entries("expect").stream().map(PeopleFile::expectation).toList());
    }

    private static SequencedMap<String, InsuredId> ids(YamlEntry entry) {
        SequencedMap<String, InsuredId> ids = new LinkedHashMap<>();
        for (String ask : entry.keys()) {
            ids.put(ask, id(entry.entry(ask)));
        }
        return ids;
    }

    private static InsuredId id(YamlEntry entry) {
        return InsuredId.parse(
                        entry.text("insurer"),
                        entry.find("symbol").orElse(""),
                        entry.text("number"),
                        entry.find("branch").orElse(""))
                .orElseThrow();
    }

    private static HeldSubsidy subsidy(YamlEntry entry) {
        return new HeldSubsidy(
                PublicPayerNumber.parse("payer", entry.text("payer")).orElseThrow(),
                RecipientNumber.parse("recipient", entry.text("recipient"), Typed.isDigits(entry.text("recipient")))
                        .orElseThrow(),
                Period.through(day(entry, "from"), day(entry, "through")));
    }

    private static Expectation expectation(YamlEntry entry) {
        return new Expectation(
                entry.text("ask"),
                day(entry, "day"),
                entry.find("knownAt")
                        .map(instant -> OffsetDateTime.parse(instant).toInstant()),
                Outcome.valueOf(entry.text("outcome")),
                text(entry));
    }

    private static Text text(YamlEntry entry) {
        return new Text(entry.text("ja"), entry.text("en"));
    }

    private static LocalDate day(YamlEntry entry, String key) {
        return LocalDate.parse(entry.text(key));
    }
}
