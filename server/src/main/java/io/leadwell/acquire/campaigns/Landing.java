package io.leadwell.acquire.campaigns;

import org.jspecify.annotations.Nullable;

/**
 * How somebody got to a page.
 *
 * @param url the whole address of the page with its parameters, as the browser has it
 * @param referrer the page before it, where the browser tells
 */
public record Landing(String url, @Nullable String referrer) {}
