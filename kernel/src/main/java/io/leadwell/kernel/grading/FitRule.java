package io.leadwell.kernel.grading;

import io.leadwell.kernel.rules.Rule;

/**
 * Points for what a lead is.
 *
 * @param key names the rule within its model
 * @param points below zero where it speaks against the lead
 */
public record FitRule(String key, Rule rule, int points) {}
