/** 利用者のテスト: a real server and a real PostgreSQL, driven over HTTP. */
@NullMarked
package madoguchi.account;

import org.jspecify.annotations.NullMarked;
