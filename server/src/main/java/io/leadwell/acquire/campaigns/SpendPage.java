package io.leadwell.acquire.campaigns;

import io.leadwell.base.platform.Page;

/** A page of spend with the sum over all pages. */
public record SpendPage(Page<Spend> page, long sumFen) {}
