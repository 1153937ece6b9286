/**
 * 規則の閲覧と判定: the tables of rules as pages anyone at the desk can read, and as a service any vendor's software can ask.
 *
 * <p>Values in: the {@link madoguchi.policy.Policy} in force, a day, and a situation in the words of the rule files. Values out: pages, decisions as JSON, and their OpenAPI description, all made
 * from whatever tables the book holds. Stateless: no log is owned here, and nothing asked is kept or logged.
 */
@NullMarked
package madoguchi.rulebook;

import org.jspecify.annotations.NullMarked;
