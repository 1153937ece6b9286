package madoguchi.app;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.account.SignIn;
import madoguchi.bundle.RuleHolder;
import madoguchi.charge.HeldLedgers;
import madoguchi.core.HeldSubsidies;
import madoguchi.core.Octets;
import madoguchi.core.SelfEntry;
import madoguchi.hub.CardTerms;
import madoguchi.hub.RegisterIndex;
import madoguchi.hub.Registers;
import madoguchi.hub.SelfAuthentication;
import madoguchi.hub.SelfRegister;
import madoguchi.jpki.StatusSource;
import madoguchi.jpki.Trust;
import madoguchi.portal.Codes;
import madoguchi.portal.EntrancePages;
import madoguchi.portal.FamilyPages;
import madoguchi.portal.HealthPages;
import madoguchi.portal.PasskeyPages;
import madoguchi.portal.Portal;
import madoguchi.portal.PortalTerms;
import madoguchi.portal.RecordPages;
import madoguchi.portal.RelyingParty;
import madoguchi.portal.StampKeysApi;
import madoguchi.portal.SubsidyPages;
import madoguchi.portal.Tokens;
import madoguchi.portal.WorkerScript;
import madoguchi.stamp.Stamper;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** 本人のポータルの配線 – the patient's own screens over the hub in the same process: its cards, its registers, its keys for codes. */
@Configuration(proxyBeanMethods = false)
class PortalWiring {

    private static final int MASTER_BYTES = 32;

    /** Depends on the index so that the schema exists. Certificates are verified from the first log-in on, because the authority's keys are made then. */
    @Bean
    @Lazy
    SelfAuthentication selfAuthentication(
            RegisterIndex index,
            DataSource database,
            RuleHolder rules,
            Trust trust,
            StatusSource statuses,
            Clock clock) {
        CardTerms terms = CardTerms.bundled();
        return new SelfAuthentication(
                database,
                new Registers(database, Optional.of(index), clock),
                trust,
                statuses,
                new CardTerm(rules),
                terms,
                clock);
    }

    @Bean
    Codes portalCodes(Settings settings, Clock clock) throws IOException {
        byte[] random = new byte[MASTER_BYTES];
        new SecureRandom().nextBytes(random);
        var folder = settings.data().resolve("portal");
        return new Codes(
                Stamper.of(Octets.of(SecretFile.read(
                        folder.resolve("stamp.key"), Stamper.newKey().bytes()))),
                Octets.of(SecretFile.read(folder.resolve("counter.key"), random)),
                PortalTerms.bundled(),
                clock);
    }

    @Bean(destroyMethod = "close")
    Portal portal(
            RegisterIndex index,
            DataSource database,
            ObjectProvider<SelfAuthentication> entry,
            ObjectProvider<HeldSubsidies> certificates,
            ObjectProvider<HeldLedgers> ledgers,
            ObjectProvider<Tokens> tokens,
            Codes codes,
            RuleHolder rules,
            Settings settings,
            Clock clock) {
        Portal.migrate(database);
        SelfRegister register = new SelfRegister(database, new Registers(database, Optional.of(index), clock), clock);
        return new Portal(
                database,
                new Portal.Around(
                        new Late(entry),
                        register,
                        register,
                        (person, day) -> Optional.ofNullable(certificates.getIfAvailable())
                                .map(registered -> registered.of(person, day))
                                .orElse(new HeldSubsidies.Listing.Listed(List.of())),
                        (person, month) -> Optional.ofNullable(ledgers.getIfAvailable())
                                .orElseGet(HeldLedgers::none)
                                .of(person, month),
                        rules,
                        code -> Optional.of(settings.facilityName()).filter(name -> code.equals(settings.facility())),
                        Optional.ofNullable(tokens.getIfAvailable()),
                        RelyingParty.at(settings.staff().patients())),
                codes,
                PortalTerms.bundled(),
                clock);
    }

    /** Made when the first person logs in. */
    private record Late(ObjectProvider<SelfAuthentication> entry) implements SelfEntry {
        @Override
        public madoguchi.core.Challenged challenge() {
            return entry.getObject().challenge();
        }

        @Override
        public Entered enter(Presented presented) {
            return entry.getObject().enter(presented);
        }

        @Override
        public Backed backed(Backing backing) {
            return entry.getObject().backed(backing);
        }

        @Override
        public boolean isTakenBack(Backing backing) {
            return entry.getObject().isTakenBack(backing);
        }
    }

    @Bean
    EntrancePages portalEntrance(Portal portal) {
        return portal.entrancePages();
    }

    @Bean
    HealthPages portalHealth(Portal portal) {
        return portal.healthPages();
    }

    @Bean
    SubsidyPages portalSubsidies(Portal portal) {
        return portal.subsidyPages();
    }

    @Bean
    RecordPages portalRecords(Portal portal) {
        return portal.recordPages();
    }

    @Bean
    FamilyPages portalFamily(Portal portal) {
        return portal.familyPages();
    }

    @Bean
    PasskeyPages portalPasskeys(Portal portal) {
        return portal.passkeyPages();
    }

    @Bean
    WorkerScript portalWorker(Portal portal) {
        return portal.worker();
    }

    @Bean
    StampKeysApi stampKeysApi(Portal portal) {
        return portal.keys();
    }

    /** Between the machines' port and the staff's pages; neither session opens the other's. */
    @Bean
    @Order(2)
    SecurityFilterChain portalChain(HttpSecurity http, Portal portal) {
        return PortalDoor.chain(SignIn.headed(http), portal.sessions()).build();
    }
}
