package io.leadwell.base.workspace;

/**
 * The one company that works here.
 *
 * @param demo true when its content is the made-up company of the demonstration
 */
public record Workspace(String name, MoneyUnit moneyUnit, String timeZone, boolean demo) {}
