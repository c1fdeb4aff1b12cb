package io.leadwell.acquire.links;

import java.time.LocalDate;

/** How often a link was followed on a day (Asia/Shanghai); robots and previews apart. */
public record LinkDay(LocalDate day, long clicks, long scans, long robots) {}
