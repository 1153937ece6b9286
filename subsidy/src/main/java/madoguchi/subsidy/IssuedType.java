package madoguchi.subsidy;

import madoguchi.core.SubsidyScheme;

/**
 * 機関別受給者証種別 – a type of certificate as one municipality issues it.
 *
 * @param type 機関別受給者証種別ID
 * @param issuer the municipality's name, as it is shown
 * @param certificate 受給者証名 of the type
 * @param scheme row of the scheme master
 */
record IssuedType(String type, String issuer, String certificate, SubsidyScheme scheme) {}
