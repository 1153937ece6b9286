/** 医療費助成: the subsidy hub (a simulation of the Public Medical Hub): municipalities register recipients, facilities ask. Log: schema {@code subsidy}. */
@NullMarked
package madoguchi.subsidy;

import org.jspecify.annotations.NullMarked;
