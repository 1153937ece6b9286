package madoguchi.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import madoguchi.core.Holder;
import madoguchi.core.PersonName;
import madoguchi.declaration.CardFace;
import madoguchi.declaration.DeclarationActions;
import madoguchi.declaration.DeclarationPages;
import madoguchi.declaration.Declarations;
import madoguchi.declaration.Prefill;
import madoguchi.desk.Desk;
import madoguchi.desk.Question;
import madoguchi.desk.Visit;
import madoguchi.policy.EvidenceKind;
import madoguchi.policy.RuleBook;
import madoguchi.policy.RuleSource;
import madoguchi.web.Frames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 申立書の配線 – the declarations of a clinic, between the desk's receptions and the rule table. */
@Configuration(proxyBeanMethods = false)
class DeclarationWiring {

    private static final int VERSION_DIGITS = 8;

    @Bean
    Declarations declarations(DataSource database, Clock clock, Frames frames, RuleBook rules, Desk desk) {
        Declarations.migrate(database);
        String version = version(rules);
        return new Declarations(
                database,
                clock,
                frames,
                new DeclarationRules(rules),
                () -> version,
                visit -> desk.visit(visit).map(DeclarationWiring::known),
                filed -> desk.confirmed(filed.visit(), EvidenceKind.DECLARATION, filed.operator()));
    }

    @Bean
    DeclarationPages declarationPages(Declarations declarations) {
        return declarations.pages();
    }

    @Bean
    DeclarationActions declarationActions(Declarations declarations) {
        return declarations.actions();
    }

    /** What stands on the card, as far as a reply or an inquiry told it. A name with ● is left to the card in the patient's hand. */
    static Prefill known(Visit visit) {
        Optional<Holder> holder = visit.coverage().map(coverage -> coverage.holder());
        Optional<PersonName> name = holder.map(Holder::name);
        return new Prefill(new CardFace(
                name.filter(person -> !person.hasBlackCircle()).map(PersonName::written),
                name.filter(person -> person.kana().isPresent()).map(PersonName::reading),
                holder.map(Holder::birth).or(() -> visit.again().map(Question::birth)),
                holder.map(Holder::shownSex),
                holder.flatMap(Holder::address),
                Optional.empty()));
    }

    /** 規則の版 – names the rules by what they say: the first digits of the digest of their files. */
    static String version(RuleBook rules) {
        String all = rules.sources().stream().map(RuleSource::text).collect(Collectors.joining());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
