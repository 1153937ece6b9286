/** Tests of the hub: pure ones on hand-made facts, and ones against a real PostgreSQL and real HTTP. */
@NullMarked
package madoguchi.hub;

import org.jspecify.annotations.NullMarked;
