package madoguchi.subsidy;

import madoguchi.core.SubsidyCertificate;

/**
 * 受給者証の版 – what one sound record says: one version of one certificate, told apart by its history key.
 *
 * @param type 機関別受給者証種別ID
 * @param subKey 受給者証サブキー; empty where there is none
 * @param historyKey 履歴キー
 * @param deleted 削除フラグ – this version was a mistake or is no more
 * @param hidden 不開示フラグ
 * @param certificate what stands on it
 */
record CertificateVersion(
        String type,
        String subKey,
        String historyKey,
        boolean deleted,
        boolean hidden,
        SubsidyCertificate certificate) {

    /** Names the version within one municipality and person. */
    Key key() {
        return new Key(type, subKey, historyKey);
    }

    /** 版の名. */
    record Key(String type, String subKey, String historyKey) {}
}
