package madoguchi.app;

import java.util.List;
import madoguchi.account.Role;

/**
 * 見本の利用者 – a log-in of the demo. Its password and secret are printed and public on purpose: it exists only where {@code demo} was started.
 *
 * @param name log-in name
 * @param label who that is
 * @param role what they may do
 * @param secret the shared secret of the second factor, Base32
 */
record DemoLogin(String name, String label, Role role, String secret) {

    /** The password of every demo log-in. */
    static final String PASSWORD = "madoguchi-demo-2026";

    /** Its hash, as {@link madoguchi.account.Passwords#standard()} made it once: made anew for each log-in it would hold up every first start by seconds. */
    static final String HASH =
            "{pbkdf2-sha256-600k}e72ad3afc82520f87d13ad9c51563a59aed18b67ef79cf80f722e78ff7675d49d43792eccf28adb0ceb922417ef7dbed";

    static final List<DemoLogin> ALL = List.of(
            new DemoLogin("yamamoto", "受付 reception", Role.RECEPTION, "MFSGK3LPOJQWO5LDNBUS2MJA"),
            new DemoLogin("sato", "施設管理者 admin", Role.ADMIN, "MFSGK3LPOJQWO5LDNBUS2MRA"),
            new DemoLogin("suzuki", "ハブ運用者 operator", Role.OPERATOR, "MFSGK3LPOJQWO5LDNBUS2MZA"),
            new DemoLogin("tanaka", "監査 auditor", Role.AUDITOR, "MFSGK3LPOJQWO5LDNBUS2NBA"),
            new DemoLogin("kobayashi", "自治体の担当 municipality", Role.MUNICIPALITY, "MFSGK3LPOJQWO5LDNBUS2NJA"));
}
