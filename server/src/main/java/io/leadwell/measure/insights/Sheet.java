package io.leadwell.measure.insights;

import java.util.List;

/** Spend beside what came of it. The rows' spend sums to the spend ledger. */
public record Sheet(Question question, List<SheetRow> rows, SheetRow total) {}
