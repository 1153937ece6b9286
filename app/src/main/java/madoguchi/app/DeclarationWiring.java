package madoguchi.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import madoguchi.bundle.RuleHolder;
import madoguchi.declaration.CardFace;
import madoguchi.declaration.DeclarationActions;
import madoguchi.declaration.DeclarationPages;
import madoguchi.declaration.Declarations;
import madoguchi.declaration.Prefill;
import madoguchi.desk.Desk;
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
    Declarations declarations(DataSource database, Clock clock, Frames frames, RuleHolder rules, Desk desk) {
        Declarations.migrate(database);
        Supplier<RuleBook> inForce = () -> rules.get().book();
        return new Declarations(
                database,
                clock,
                frames,
                new DeclarationRules(inForce),
                () -> version(inForce.get()),
                visit -> desk.prefill(visit).map(DeclarationWiring::known),
                filed -> desk.declared(filed.visit(), filed.operator()));
    }

    @Bean
    DeclarationPages declarationPages(Declarations declarations) {
        return declarations.pages();
    }

    @Bean
    DeclarationActions declarationActions(Declarations declarations) {
        return declarations.actions();
    }

    /** What stands on the card, as far as the desk knows it. */
    static Prefill known(madoguchi.desk.Prefill patient) {
        return new Prefill(new CardFace(
                patient.name(), patient.kana(), patient.birth(), patient.sex(), patient.address(), Optional.empty()));
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
