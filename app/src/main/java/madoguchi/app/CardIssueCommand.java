package madoguchi.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import madoguchi.card.CardFolder;
import madoguchi.card.IssuedCard;
import madoguchi.card.TokenProfile;
import madoguchi.core.Parsed;
import madoguchi.core.Wareki;
import madoguchi.policy.CertificateTerms;
import madoguchi.policy.RuleBook;
import madoguchi.town.Resident;
import madoguchi.town.Town;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** カードを発行する – for the people named, or for everybody in the town; writes the files that link them at the hub. A card that is there already is left alone. */
@Command(
        name = "issue",
        mixinStandardHelpOptions = true,
        description = "仮想カードを発行し、ハブに登録するファイルを書く / issue virtual cards and write the files the hub must take")
final class CardIssueCommand implements Callable<Integer> {

    @Mixin
    CardOptions options = new CardOptions();

    @Parameters(
            arity = "0..*",
            paramLabel = "PERSON",
            description = "町の人（town/PEOPLE.md。省略: 全員） / people of the town by their keys (default: everybody)")
    List<String> people = new ArrayList<>();

    @Option(
            names = "--profile",
            defaultValue = "plastic",
            description = "plastic, face-only, android, iphone, next (default: ${DEFAULT-VALUE})")
    String profile = "plastic";

    @Option(names = "--pin", defaultValue = "1234", description = "暗証番号 / PIN, 4 digits (default: ${DEFAULT-VALUE})")
    String pin = "1234";

    @Option(names = "--day", description = "発行日（省略: きょう） / day of issue (default: today)")
    @Nullable
    String day;

    @Option(names = "--without-enrolment", description = "利用登録のファイルを書かない / write no file of enrolments")
    boolean withoutEnrolment;

    @Override
    public Integer call() throws Exception {
        LocalDate today = LocalDate.now(options.clock());
        Parsed<LocalDate> on = day == null ? Parsed.of(today) : Wareki.parse("--day", day);
        Optional<TokenProfile> kind = TokenProfile.find(profile);
        List<Resident> residents = Town.load().residents();
        Set<String> unknown = new TreeSet<>(people);
        residents.forEach(resident -> unknown.remove(resident.person().key()));
        on.problems().forEach(System.err::println);
        unknown.forEach(key -> System.err.println("町にいません / nobody in the town: " + key));
        if (kind.isEmpty()) {
            System.err.println("--profile は "
                    + TokenProfile.all().stream().map(TokenProfile::id).toList() + " のいずれか / one of these");
        }
        if (!pin.matches("[0-9]{4}")) {
            System.err.println("--pin は数字4桁です / a PIN has four digits");
        }
        if (!on.problems().isEmpty() || !unknown.isEmpty() || kind.isEmpty() || !pin.matches("[0-9]{4}")) {
            return 2;
        }
        return issue(
                residents.stream()
                        .filter(resident -> people.isEmpty()
                                || people.contains(resident.person().key()))
                        .toList(),
                kind.get(),
                on.orElseThrow());
    }

    private int issue(List<Resident> residents, TokenProfile kind, LocalDate on) throws Exception {
        CardFolder cards = options.cards();
        CardIssuing issuing = new CardIssuing(
                options.authority(), options.verifier(), new CertificateTerms(RuleBook.bundled()), options.clock());
        List<String> links = new ArrayList<>();
        List<String> enrolments = new ArrayList<>();
        int left = 0;
        for (Resident resident : residents) {
            System.err.printf("\r%d / %d 枚 cards", links.size() + left, residents.size());
            if (cards.find(resident.person().key() + "-" + kind.id()).isPresent()
                    || resident.holder().birth().isAfter(on)) {
                left++;
                continue;
            }
            IssuedCard card = issuing.issue(resident, kind, on, pin);
            cards.put(card);
            links.add(resident.cardRow(kind.token(), card.serial(), on, Optional.empty()));
            if (!withoutEnrolment && !resident.enrolled()) {
                enrolments.add(resident.enrolmentRow(on));
            }
        }
        System.err.println();
        System.out.printf("発行 issued: %d（%s）%n", links.size(), kind.name());
        if (left > 0) {
            System.out.printf(
                    "発行せず not issued: %d（すでにある、または発行日に生まれていない / there already, or not born on that day）%n", left);
        }
        options.write(
                "link-%s-%s.csv".formatted(kind.id(), CardFiles.stamp(options.clock())), Resident.CARD_HEADER, links);
        options.write(
                "enrolment-%s-%s.csv".formatted(kind.id(), CardFiles.stamp(options.clock())),
                Resident.ENROLMENT_HEADER,
                enrolments);
        return 0;
    }
}
