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

    static final List<DemoLogin> ALL = List.of(
            new DemoLogin("yamamoto", "受付 reception", Role.RECEPTION, "MFSGK3LPOJQWO5LDNBUS2MJA"),
            new DemoLogin("sato", "施設管理者 admin", Role.ADMIN, "MFSGK3LPOJQWO5LDNBUS2MRA"),
            new DemoLogin("suzuki", "ハブ運用者 operator", Role.OPERATOR, "MFSGK3LPOJQWO5LDNBUS2MZA"),
            new DemoLogin("tanaka", "監査 auditor", Role.AUDITOR, "MFSGK3LPOJQWO5LDNBUS2NBA"),
            new DemoLogin("kobayashi", "自治体の担当 municipality", Role.MUNICIPALITY, "MFSGK3LPOJQWO5LDNBUS2NJA"));
}
