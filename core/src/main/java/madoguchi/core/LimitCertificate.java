package madoguchi.core;

import java.time.LocalDate;
import java.util.Optional;

/**
 * 限度額適用認定証関連情報 ({@code oqs-interface.md} §3.3, 29).
 *
 * @param kind 証区分
 * @param limitClass 適用区分
 * @param issued 交付年月日
 * @param valid 有効期間
 * @param longTerm 長期入院該当年月日
 */
public record LimitCertificate(
        LimitKind kind,
        LimitClass limitClass,
        Optional<LocalDate> issued,
        Period valid,
        Optional<LocalDate> longTerm) {}
