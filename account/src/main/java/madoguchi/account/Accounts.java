package madoguchi.account;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import madoguchi.core.Parsed;
import madoguchi.core.Problem;
import madoguchi.core.Typed;

/** 利用者の管理 – makes, stops and repairs accounts; every change is audited under the name of who made it. */
public final class Accounts {

    private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9._-]{2,39}");
    private static final int NAME_LENGTH_MAX = 60;

    private final AccountStore store;
    private final Clock clock;
    private final Passwords passwords;

    /** Accounts in that store; {@code clock} dates the audit. */
    public Accounts(AccountStore store, Passwords passwords, Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * 登録 – makes an account with a new password and a new secret for one-time codes.
     *
     * @param login 3 to 40 characters {@code a-z 0-9 . _ -}, starting with a letter; full width and capitals are forgiven
     * @param name the person's name as colleagues know it, up to 60 characters
     * @param by who makes it: an account, or a program such as {@code cli}
     * @return what to hand to the person once, or the problems under {@code login} and {@code name}
     */
    public Parsed<Issued> create(String login, String name, Role role, By by) {
        return create(login, name, role, Passwords.generate(), Totp.newSecret(), by);
    }

    /**
     * 公開の利用者 – makes an account whose password is no secret, for a demonstration that must be the same on every start.
     *
     * @param hash of the password, as {@link Passwords#hash} makes it
     * @param secret Base32, as {@link Totp#newSecret()} makes it
     * @return {@code false} when the login name is taken, and nothing is changed
     */
    public boolean publish(String login, String name, Role role, String hash, String secret, By by) {
        return store.add(event(loginOf(login), Act.CREATED, by), name, role, hash, secret);
    }

    /** 登録 – the same with a chosen password of 12 to 200 characters and a chosen secret; problems of the password are under {@code password}. */
    Parsed<Issued> create(String login, String name, Role role, String password, String secret, By by) {
        String key = loginOf(login);
        List<Problem> problems = new ArrayList<>(problems(key, name.strip()));
        problems.addAll(passwords.problems("password", password));
        if (!problems.isEmpty()) {
            return new Parsed.Faults<>(problems);
        }
        Event created = event(key, Act.CREATED, by);
        return store.add(created, name.strip(), role, passwords.hash(password), secret)
                ? Parsed.of(new Issued(key, password, secret))
                : Parsed.fault("login", "このログイン名は使われています。", "This login name is taken.");
    }

    /** 一覧 – every account, in order of login name. */
    public List<Account> all() {
        return store.all();
    }

    /** 記録 – at most {@code count} events with a number below {@code before}, newest first. */
    public List<Event.Numbered> events(long before, int count) {
        return store.events(before, count);
    }

    /** 停止 – ends the account's sessions and refuses new ones; nobody stops themselves. {@code false} when nothing was changed. */
    public boolean disable(String login, By by) {
        return !login.equals(by.actor()) && store.disable(event(login, Act.DISABLED, by));
    }

    /** 再開 – allows a stopped account again. {@code false} when nothing was changed. */
    public boolean enable(String login, By by) {
        return store.enable(event(login, Act.ENABLED, by));
    }

    /** 一時停止の解除 – forgets the wrong tries. {@code false} for an unknown account. */
    public boolean unlock(String login, By by) {
        return store.clear(event(login, Act.UNLOCKED, by));
    }

    /** 二要素の再登録 – a new secret; the old one and every open session end. A fault only for an unknown account. */
    public Parsed<Issued> resetSecondFactor(String login, By by) {
        String secret = Totp.newSecret();
        return store.changeSecret(event(login, Act.SECOND_FACTOR_RESET, by), secret)
                ? Parsed.of(new Issued(login, "", secret))
                : unknown();
    }

    /** パスワードの再発行 – a new random password; every open session ends. A fault only for an unknown account. */
    public Parsed<Issued> resetPassword(String login, By by) {
        String password = Passwords.generate();
        return store.changePassword(event(login, Act.PASSWORD_RESET, by), passwords.hash(password))
                ? Parsed.of(new Issued(login, password, ""))
                : unknown();
    }

    /** The login name meant by what was typed: half width, lower case. */
    static String loginOf(String typed) {
        return Typed.halfWidth(typed).toLowerCase(Locale.ROOT);
    }

    /** Whether that could be a login name at all. */
    static boolean isLogin(String login) {
        return LOGIN.matcher(login).matches() && !login.equals(Event.UNKNOWN);
    }

    private static List<Problem> problems(String login, String name) {
        List<Problem> problems = new ArrayList<>();
        if (!isLogin(login)) {
            problems.add(Problem.at(
                    "login",
                    "英小文字で始まる3〜40文字（英小文字・数字・. _ -）にしてください。",
                    "Use 3 to 40 characters, starting with a letter: a-z, 0-9, . _ -"));
        }
        if (name.isEmpty() || name.length() > NAME_LENGTH_MAX || name.chars().anyMatch(Character::isISOControl)) {
            problems.add(Problem.at("name", "氏名を60文字以内で入れてください。", "Enter a name of up to 60 characters."));
        }
        return problems;
    }

    private Event event(String login, Act act, By by) {
        return new Event(clock.instant(), login, act, by.actor(), by.remote());
    }

    private static Parsed<Issued> unknown() {
        return Parsed.fault("login", "この利用者は見つかりません。", "There is no such account.");
    }
}
