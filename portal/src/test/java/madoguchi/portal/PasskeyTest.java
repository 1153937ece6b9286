package madoguchi.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import madoguchi.core.Answer;
import madoguchi.core.Challenged;
import madoguchi.core.Octets;
import madoguchi.core.PersonKey;
import madoguchi.core.SelfEntry;
import madoguchi.core.Text;
import madoguchi.core.TokenKind;
import madoguchi.fixture.Database;
import madoguchi.fixture.MovableClock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passkeys: made after a log-in by card, used without it, and every way in which one must not let anybody in. */
class PasskeyTest {

    private static final LocalDate CERTIFICATE_END = LocalDate.of(2029, 5, 3);
    private static final Octets CERTIFICATE = Octets.of(new byte[] {0x30, 1, 2});
    private static DataSource database;

    private final MovableClock clock = new MovableClock("2026-11-21T01:00:00Z");
    private final Backer hub = new Backer();
    private final TestPhone phone = new TestPhone();
    private Passkeys passkeys;
    private PersonKey person;
    private static long people;

    /** A hub that answers as the test says. */
    private static final class Backer implements SelfEntry {
        Backed says = new Backed.Standing(CERTIFICATE_END, true);
        Optional<Backing> asked = Optional.empty();
        boolean takenBack;

        @Override
        public Challenged challenge() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Entered enter(Presented presented) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Backed backed(Backing backing) {
            asked = Optional.of(backing);
            return says;
        }

        @Override
        public boolean isTakenBack(Backing backing) {
            return takenBack;
        }
    }

    @BeforeAll
    static void open() {
        database = Database.fresh("portal", Portal::migrate);
    }

    @BeforeEach
    void somebodyNew() {
        person = new PersonKey(++people);
        passkeys = new Passkeys(
                hub,
                new PasskeyStore(database),
                RelyingParty.at(URI.create("http://localhost:8080")),
                PortalTerms.bundled(),
                clock);
    }

    private Session byCard(PersonKey who) {
        return new Session(
                Optional.of(who),
                new Way.Token(TokenKind.CARD, CERTIFICATE, CERTIFICATE_END, false),
                clock.instant(),
                Optional.empty());
    }

    private String creation(Session session) {
        return passkeys.begin(session, "わたしの電話").getKey().orElseThrow();
    }

    private Passkey registered() {
        Session session = byCard(person);
        assertThat(passkeys.register(session, phone.create(creation(session))))
                .isInstanceOf(Passkeys.Registered.Done.class);
        return passkeys.of(person).getLast();
    }

    private Entrance.Came logIn(TestPhone by) {
        return passkeys.logIn(by.get(passkeys.challenge().orElseThrow()));
    }

    private static String why(Entrance.Came came) {
        return ((Entrance.Came.Out) came).why().ja();
    }

    private void isTurnedAway(TestPhone by) {
        assertThat(why(logIn(by))).startsWith("このパスキーではログインできません。");
    }

    @Test
    void anOpenLogInEndsWithTheNextRequestAfterItsCardsLinkWasTakenBack() {
        Sessions sessions = new Sessions(PortalTerms.bundled(), clock, passkeys::stands);
        Session card = byCard(person);
        String byCard = sessions.begin(card);
        Passkey made = registered();
        String byPasskey = sessions.begin(((Entrance.Came.In) logIn(phone)).session());
        assertThat(sessions.find(byPasskey, false)).isPresent();

        hub.takenBack = true;
        assertThat(sessions.find(byPasskey, false)).isEmpty();
        hub.takenBack = false;
        assertThat(sessions.find(byPasskey, false)).as("it is over for good").isEmpty();
        assertThat(passkeys.of(person))
                .extracting(Passkey::id, Passkey::end)
                .contains(tuple(made.id(), Optional.of(Passkey.End.BACKING)));
        isTurnedAway(phone);
        assertThat(sessions.find(byCard, false))
                .as("the card itself was shown on the spot")
                .contains(card);
    }

    @Test
    void anOpenLogInEndsWhenItsPasskeyIsRemovedOnAnotherProcess() {
        Sessions sessions = new Sessions(PortalTerms.bundled(), clock, passkeys::stands);
        Passkey made = registered();
        String open = sessions.begin(((Entrance.Came.In) logIn(phone)).session());
        new PasskeyStore(database).end(clock.instant(), made.id(), person, Passkey.End.REMOVED);
        assertThat(sessions.find(open, true)).isEmpty();
    }

    @Test
    void afterALogInByCardAPasskeyLetsItsHolderInWithoutIt() {
        Passkey made = registered();
        clock.advance(Duration.ofDays(1));
        Session session = ((Entrance.Came.In) logIn(phone)).session();

        assertThat(session.person()).contains(person);
        assertThat(session.way()).isEqualTo(new Way.ByPasskey(made.id(), CERTIFICATE_END, true));
        assertThat(session.at()).isEqualTo(clock.instant());
        assertThat(made.name()).isEqualTo("わたしの電話");
        assertThat(hub.asked).contains(made.backing());
        assertThat(made.backing())
                .isEqualTo(new SelfEntry.Backing(
                        CERTIFICATE, TokenKind.CARD, person, clock.instant().minus(Duration.ofDays(1))));
        assertThat(passkeys.of(person).getFirst().used()).contains(clock.instant());
    }

    @Test
    void anAnswerServesOnceAndOnlyForFiveMinutes() {
        registered();
        String answer = phone.get(passkeys.challenge().orElseThrow());
        assertThat(passkeys.logIn(answer)).isInstanceOf(Entrance.Came.In.class);
        assertThat(why(passkeys.logIn(answer))).startsWith("時間が経ちました。");

        String late = phone.get(passkeys.challenge().orElseThrow());
        clock.advance(Duration.ofMinutes(5));
        assertThat(why(passkeys.logIn(late))).startsWith("時間が経ちました。");
        assertThat(why(passkeys.logIn("{\"id\":\"x\"}"))).startsWith("時間が経ちました。");
        assertThat(why(passkeys.logIn(""))).startsWith("時間が経ちました。");
    }

    @Test
    void aChallengeForOneThingServesForNoOther() {
        registered();
        String creation = creation(byCard(person));
        assertThat(why(passkeys.logIn(phone.get(creation)))).startsWith("時間が経ちました。");
        Session session = byCard(person);
        TestPhone other = new TestPhone();
        String stolen = other.create(creation(byCard(new PersonKey(++people))));
        assertThat(passkeys.register(session, stolen)).isInstanceOf(Passkeys.Registered.Refused.class);
        assertThat(passkeys.register(
                        session, other.create(creation(session).replace("challenge\":\"", "challenge\":\"A"))))
                .isInstanceOf(Passkeys.Registered.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"origin", "port", "party", "nobody at the phone"})
    void whatWasSignedAtAnotherPlaceOrWithoutItsHolderIsRefused(String difference) {
        registered();
        change(difference);
        isTurnedAway(phone);

        TestPhone other = phone;
        Session session = byCard(person);
        other.credential = Challenges.random().bytes();
        assertThat(passkeys.register(session, other.create(creation(session))))
                .isInstanceOf(Passkeys.Registered.Refused.class);
    }

    private void change(String difference) {
        switch (difference) {
            case "origin" -> phone.origin = "https://portal.example.jp";
            case "port" -> phone.origin = "http://localhost:8081";
            case "party" -> phone.party = "example.jp";
            default -> phone.verified = false;
        }
    }

    @Test
    void aCopiedKeyIsKnownByItsCounterAndEndsForBoth() {
        phone.counter = 1;
        registered();
        phone.counter = 7;
        assertThat(logIn(phone)).isInstanceOf(Entrance.Came.In.class);
        phone.counter = 6;
        isTurnedAway(phone);
        phone.counter = 8;
        isTurnedAway(phone);
        assertThat(passkeys.of(person).getFirst().end()).contains(Passkey.End.CLONED);
    }

    @Test
    void aPhoneThatCountsNothingIsLetInEachTime() {
        registered();
        assertThat(logIn(phone)).isInstanceOf(Entrance.Came.In.class);
        assertThat(logIn(phone)).isInstanceOf(Entrance.Came.In.class);
    }

    @Test
    void aRemovedKeyLetsNobodyInAndNobodyElseRemovesOrRenamesIt() {
        Passkey made = registered();
        PersonKey stranger = new PersonKey(++people);
        passkeys.remove(stranger, made.id());
        passkeys.rename(stranger, made.id(), "よその");
        assertThat(passkeys.of(person)).containsExactly(made);
        assertThat(passkeys.rename(person, made.id(), "　")).isFalse();
        assertThat(passkeys.rename(person, made.id(), "電話𠮷")).isTrue();
        assertThat(passkeys.of(person).getFirst().name()).isEqualTo("電話𠮷");

        passkeys.remove(person, made.id());
        isTurnedAway(phone);
        assertThat(passkeys.of(person).getFirst().end()).contains(Passkey.End.REMOVED);
    }

    @Test
    void anotherPersonsKeyUnderThisNameOrThisKeyUnderAnotherHandleIsRefused() {
        registered();
        TestPhone forged = new TestPhone();
        forged.credential = phone.credential;
        forged.handle = phone.handle;
        isTurnedAway(forged);

        String own = phone.handle;
        phone.handle = new TestPhone()
                .create(creation(byCard(new PersonKey(++people))))
                .substring(8, 40);
        isTurnedAway(phone);
        phone.handle = own;
        assertThat(logIn(phone)).isInstanceOf(Entrance.Came.In.class);
        isTurnedAway(new TestPhone());
    }

    @Test
    void aKeyThatIsRegisteredAlreadyIsNobodyElses() {
        registered();
        Session other = byCard(new PersonKey(++people));
        assertThat(passkeys.register(other, phone.create(creation(other))))
                .isInstanceOf(Passkeys.Registered.Refused.class);
        assertThat(creation(byCard(person)))
                .contains(java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(phone.credential));
    }

    @Test
    void withoutItsBackingAPasskeyEndsForGoodAndWhoeverHoldsItIsToldTheUsualSentence() {
        registered();
        hub.says = new SelfEntry.Backed.Ended();
        isTurnedAway(phone);
        hub.says = new SelfEntry.Backed.Standing(CERTIFICATE_END, false);
        isTurnedAway(phone);
        assertThat(passkeys.of(person).getFirst().end()).contains(Passkey.End.BACKING);
    }

    @Test
    void whileTheHubIsSilentNobodyComesInAndNothingEnds() {
        registered();
        hub.says = new SelfEntry.Backed.Unreachable(
                new Answer.Unreachable(Answer.Cause.HUB, Optional.empty(), new Text("あとで。", "Later.")));
        assertThat(why(logIn(phone))).isEqualTo("あとで。");
        hub.says = new SelfEntry.Backed.Standing(CERTIFICATE_END, false);
        assertThat(logIn(phone)).isInstanceOf(Entrance.Came.In.class);
    }

    @Test
    void onlyACardOfSomebodyRegistersAndOnlyTenAtOnce() {
        Session nobody = new Session(Optional.empty(), byCard(person).way(), clock.instant(), Optional.empty());
        Session byPasskey = new Session(
                Optional.of(person), new Way.ByPasskey(1, CERTIFICATE_END, false), clock.instant(), Optional.empty());
        assertThat(passkeys.begin(nobody, "電話").getValue())
                .isEqualTo(passkeys.begin(byPasskey, "電話").getValue())
                .hasSize(1);
        assertThat(passkeys.begin(nobody, " ").getValue()).hasSize(2);
        String answer = phone.create(creation(byCard(person)));
        assertThat(passkeys.register(byPasskey, answer)).isInstanceOf(Passkeys.Registered.Refused.class);
        for (int made = 0; made < PortalTerms.bundled().passkeys(); made++) {
            phone.credential = Challenges.random().bytes();
            registered();
        }
        assertThat(passkeys.begin(byCard(person), "電話").getValue()).hasSize(1);
    }

    @Test
    void everyAttemptIsKeptWithItsOutcomeAndNoneCanBeChanged() {
        Passkey made = registered();
        logIn(phone);
        phone.verified = false;
        logIn(phone);
        JdbcClient log = JdbcClient.create(database);
        assertThat(log.sql("select outcome from portal.passkey_log_in where passkey = ? order by id")
                        .param(made.id())
                        .query(String.class)
                        .list())
                .containsExactly("ADMITTED", "WRONG");
        assertThatThrownBy(() -> log.sql("delete from portal.passkey_log_in").update())
                .hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @EnumSource(PasskeyUse.class)
    void whatAPasskeyIsEnoughForIsAnAssumptionOnEveryDay(PasskeyUse use) {
        for (LocalDate day : new LocalDate[] {LocalDate.of(2026, 5, 24), LocalDate.of(2026, 5, 25)}) {
            PasskeyRule rule = PasskeyRule.of(use, day);
            assertThat(rule.certain()).isFalse();
            // Where it does not count at a counter, holder and desk are told so.
            assertThat(rule.counts() || rule.told().isPresent() || use == PasskeyUse.OWN_RECORD)
                    .isTrue();
        }
    }

    @Test
    void noLiveScreenOfALogInByPasskeyCountsAtACounter() {
        for (madoguchi.stamp.ScreenKind kind : madoguchi.stamp.ScreenKind.values()) {
            PasskeyRule rule = PasskeyRule.of(PasskeyUse.of(kind), LocalDate.of(2026, 11, 21));
            assertThat(rule.counts()).isEqualTo(!kind.isLive());
            assertThat(rule.opens()).isTrue();
        }
    }

    @Test
    void theAddressIsWhatABrowserWrites() {
        assertThat(RelyingParty.at(URI.create("https://portal.example.jp:443/x")))
                .isEqualTo(new RelyingParty("portal.example.jp", "https://portal.example.jp"));
        assertThat(RelyingParty.at(URI.create("http://localhost:8080")).origin())
                .isEqualTo("http://localhost:8080");
        assertThat(RelyingParty.serves("http://portal.example.jp")).isFalse();
        assertThat(RelyingParty.serves("portal")).isFalse();
    }
}
