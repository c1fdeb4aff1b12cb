package io.leadwell.measure.insights;

import java.util.List;

/** Contents, authors or departments: how they were read beside what they brought. */
public record Ranking(Question question, List<RankingRow> rows, RankingRow total) {}
