/**
 * 起動: main, the command line, and the explicit wiring of all modules. The only module that knows them all.
 *
 * <p>Values in: command lines and settings. Values out: running servers, reports. No log is owned here.
 */
@NullMarked
package madoguchi.app;

import org.jspecify.annotations.NullMarked;
