package madoguchi.declaration;

import java.util.Optional;
import madoguchi.core.CopaymentRate;

/**
 * 申立書の提出 – said once a declaration of a reception is stored, and again whenever it is sent again or corrected: whoever listens must take the same one twice.
 *
 * @param visit the reception's id
 * @param declaration the declaration's id
 * @param kind 保険種別; わからない where none was stated
 * @param share the share stated; empty where none was, or わからない
 * @param operator who filed it
 */
public record Filed(
        String visit, String declaration, InsuranceKind kind, Optional<CopaymentRate> share, String operator) {}
