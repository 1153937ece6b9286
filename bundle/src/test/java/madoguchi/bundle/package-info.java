/** 規則の配布のテスト: real keys, a real PostgreSQL, real HTTP. */
@NullMarked
package madoguchi.bundle;

import org.jspecify.annotations.NullMarked;
