package madoguchi.account;

import madoguchi.core.Text;

/** 役割 – what an account may do. The name is the role's name in {@code Frames.RoleLink} and {@link SignIn.Rule}. */
public enum Role {
    /** 受付: the receptionist at the desk. */
    RECEPTION("受付", "Reception"),
    /** 施設管理者: runs the accounts of one facility. */
    ADMIN("施設管理者", "Facility administrator"),
    /** 運用者: runs the hub. */
    OPERATOR("運用者", "Hub operator"),
    /** 監査者: reads the records, changes nothing. */
    AUDITOR("監査者", "Auditor"),
    /** 自治体: registers who holds which subsidy, for one municipality. */
    MUNICIPALITY("自治体", "Municipality");

    private final Text label;

    Role(String ja, String en) {
        this.label = new Text(ja, en);
    }

    /** The role's name on screens. */
    public Text label() {
        return label;
    }
}
