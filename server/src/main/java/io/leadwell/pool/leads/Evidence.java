package io.leadwell.pool.leads;

import org.jspecify.annotations.Nullable;

/**
 * One reason for or against two people being one.
 *
 * @param field what was compared: {@code phone}, {@code name}, {@code wecom} …
 * @param level how far it agrees: {@code same}, {@code close}, {@code different} …
 * @param one what the one says, as far as it may be shown
 * @param weight log2 of how much likelier this is for one person than for two; negative speaks
 *     against it
 */
public record Evidence(
    String field, String level, @Nullable String one, @Nullable String other, double weight) {}
