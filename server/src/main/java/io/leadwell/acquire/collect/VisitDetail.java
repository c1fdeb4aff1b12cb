package io.leadwell.acquire.collect;

import java.util.List;

/** A visit with all that happened in it, in the order of happening. */
public record VisitDetail(Visit visit, List<VisitPage> pages, List<VisitAction> actions) {}
