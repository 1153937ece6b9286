package madoguchi.app;

import static madoguchi.account.Role.ADMIN;
import static madoguchi.account.Role.AUDITOR;
import static madoguchi.account.Role.MUNICIPALITY;
import static madoguchi.account.Role.OPERATOR;
import static madoguchi.account.Role.RECEPTION;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import madoguchi.account.Role;
import madoguchi.core.Text;
import madoguchi.web.Frame;
import madoguchi.web.Frames;

/** 移動 – the pages of the bar: for whom, where they are there at all, the most used first. A new page is one line here. */
final class Navigation {

    /**
     * One page of the bar.
     *
     * @param href its path
     * @param label its name
     * @param there whether this program has it
     * @param roles who may open it
     */
    private record Entry(String href, Text label, Predicate<Settings> there, Set<Role> roles) {}

    private static final List<Entry> PAGES = List.of(
            page("/", "受付", "Reception", Navigation::everywhere, RECEPTION, ADMIN),
            page("/bulk", "一括照会", "Bulk inquiry", Navigation::clinic, RECEPTION, ADMIN),
            page("/declarations", "申立書", "Declarations", Navigation::clinic, RECEPTION, ADMIN),
            page("/claims", "請求の点検", "Claims", Navigation::clinic, RECEPTION, ADMIN),
            page("/assist", "案内", "Help", Navigation::clinic, RECEPTION, ADMIN),
            page("/hub", "資格確認", "Hub", Navigation::everywhere, OPERATOR, AUDITOR),
            page("/review", "審査支払", "Review", settings -> settings.role().hasReview(), OPERATOR),
            page("/municipality", "医療費助成の登録", "Subsidies", Navigation::hub, MUNICIPALITY),
            page("/subsidies/participants", "助成の参加", "Taking part", Navigation::hub, OPERATOR, AUDITOR, MUNICIPALITY),
            page("/subsidies/tokens", "自治体のトークン", "Tokens", Navigation::hub, OPERATOR),
            page("/rules", "規則", "Rules", Navigation::everywhere, RECEPTION, ADMIN, OPERATOR, AUDITOR, MUNICIPALITY),
            page("/leaflets", "掲示・配布物", "Prints", Navigation::clinic, RECEPTION, ADMIN),
            page("/stats", "統計", "Statistics", Navigation::clinic, RECEPTION, ADMIN),
            page("/stats/nation", "統計", "Statistics", Navigation::hub, OPERATOR, AUDITOR),
            page("/survey", "調査", "Survey", Navigation::hub, OPERATOR),
            page("/survey/consent", "調査の下書き", "Survey draft", Navigation::both, ADMIN),
            page("/facilities/operator", "施設の名簿", "Facilities", Navigation::hub, OPERATOR),
            page("/facilities/own", "補助と掲載", "Grants", Navigation::clinic, ADMIN),
            page("/patient-numbers", "診察券の番号", "Patient numbers", Navigation::clinic, RECEPTION, ADMIN),
            page("/kiosk-devices", "読取機の画面", "Reader screens", Settings::hasKiosk, RECEPTION, ADMIN),
            page("/phone-reader", "スマホの読取機", "Phone reader", Settings::hasKiosk, RECEPTION, ADMIN),
            page("/reader-settings", "読取機の設定", "Reader settings", Settings::hasKiosk, ADMIN),
            page("/visual-passcode", "目視用パスコード", "Visual passcode", Settings::hasKiosk, RECEPTION, ADMIN),
            page("/rules/bundles", "規則の配布", "Rules received", Navigation::everywhere, ADMIN),
            page("/accounts", "利用者", "Accounts", Navigation::everywhere, ADMIN),
            page("/accounts/audit", "記録", "Audit", Navigation::everywhere, ADMIN, AUDITOR),
            page("/town", "見本の町", "Sample town", Settings::demo, RECEPTION, ADMIN),
            page("/slot", "模擬の読取機", "Simulated reader", Navigation::slot, RECEPTION),
            page("/account/password", "パスワード", "Password", Navigation::everywhere, Role.values()));

    private Navigation() {}

    static Frames frames(Settings settings) {
        return new Frames(
                settings.facilityName(),
                PAGES.stream()
                        .filter(page -> page.there().test(settings))
                        .flatMap(page -> page.roles().stream()
                                .map(role ->
                                        new Frames.RoleLink(role.name(), new Frame.Link(page.href(), page.label()))))
                        .toList(),
                clinic(settings) ? List.of("assist.js") : List.of());
    }

    private static Entry page(String href, String ja, String en, Predicate<Settings> there, Role... roles) {
        return new Entry(href, new Text(ja, en), there, Set.of(roles));
    }

    private static boolean everywhere(Settings settings) {
        return true;
    }

    private static boolean clinic(Settings settings) {
        return settings.role().hasClinic();
    }

    private static boolean hub(Settings settings) {
        return settings.role().hasHub();
    }

    private static boolean both(Settings settings) {
        return hub(settings) && clinic(settings);
    }

    private static boolean slot(Settings settings) {
        return settings.demo() && settings.readers().isEmpty();
    }
}
