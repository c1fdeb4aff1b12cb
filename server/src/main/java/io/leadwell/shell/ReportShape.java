package io.leadwell.shell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Columns of a printed report, and where in the server's answer each stands. */
enum ReportShape {
  FUNNEL(
      "channel",
      List.of(
          count("leads", "lead"),
          count("mql", "mql"),
          count("sql", "sql"),
          count("opportunity", "opportunity"),
          count("poc", "poc"),
          count("won", "won"),
          money("revenue", "revenueFen"))),
  CHANNELS(
      "channel",
      List.of(
          money("spend", "spendFen"),
          number("impressions", "impressions"),
          number("clicks", "clicks"),
          count("leads", "lead"),
          count("mql", "mql"),
          count("sql", "sql"),
          count("opportunity", "opportunity"),
          count("poc", "poc"),
          count("won", "won"),
          number("customers", "customers"),
          money("revenue", "revenueFen"),
          money("cpl", "cplFen"),
          money("cost_mql", "costPerFen", "mql"),
          money("cost_sql", "costPerFen", "sql"),
          money("cost_opportunity", "costPerFen", "opportunity"),
          money("cost_poc", "costPerFen", "poc"),
          money("cost_won", "costPerFen", "won"),
          money("cac", "cacFen"),
          number("romi", "romi"))),
  DURATIONS(
      "none",
      List.of(
          number("n", "n"),
          number("mean_days", "meanDays"),
          number("median_days", "medianDays"),
          number("p90_days", "p90Days"),
          number("negative", "negative"))),
  CONTENT(
      "author",
      List.of(
          number("published", "items"),
          number("views", "views"),
          number("visitors", "visitors"),
          number("ends", "ends"),
          number("shares", "shares"),
          number("downloads", "downloads"),
          number("forms", "registrations"),
          count("leads", "lead"),
          count("mql", "mql"),
          count("opportunity", "opportunity"),
          count("won", "won"),
          money("revenue", "revenueFen"))),
  TOUCHES(
      "scene",
      List.of(
          number("touches", "touches"),
          number("people", "people"),
          number("leads", "leads"),
          number("mql", "mql"),
          number("opportunity", "opportunity"),
          number("won", "won"),
          money("revenue", "revenueFen"),
          number("first", "first"),
          number("last_before_mql", "lastBeforeMql"),
          number("last_before_contract", "lastBeforeContract")));

  private final String usualBy;
  private final List<Column> columns;

  ReportShape(String usualBy, List<Column> columns) {
    this.usualBy = usualBy;
    this.columns = columns;
  }

  static Optional<ReportShape> named(String name) {
    for (ReportShape shape : values()) {
      if (shape.name().toLowerCase(java.util.Locale.ROOT).equals(name)) {
        return Optional.of(shape);
      }
    }
    return Optional.empty();
  }

  String usualBy() {
    return usualBy;
  }

  ReportTable table(String by, JsonNode answer) {
    List<String> texts = new ArrayList<>(List.of(by));
    if (this == DURATIONS) {
      texts.addAll(List.of("from", "to"));
    }
    List<String> numbers = columns.stream().map(Column::name).toList();
    List<ReportTable.Row> rows = new ArrayList<>();
    for (JsonNode row : answer.path("rows")) {
      String label = row.path("label").asString("");
      if (this != DURATIONS) {
        rows.add(new ReportTable.Row(List.of(label), figures(row)));
        continue;
      }
      for (JsonNode step : row.path("steps")) {
        rows.add(
            new ReportTable.Row(
                List.of(label, step.path("from").asString(""), step.path("to").asString("")),
                figures(step)));
      }
    }
    JsonNode total = answer.path("total");
    return new ReportTable(texts, numbers, rows, total.isMissingNode() ? null : figures(total));
  }

  private List<Optional<BigDecimal>> figures(JsonNode row) {
    List<Optional<BigDecimal>> figures = new ArrayList<>();
    for (Column column : columns) {
      figures.add(Optional.ofNullable(column.of(row)));
    }
    return figures;
  }

  private static Column count(String name, String stage) {
    return new Column(name, List.of("counts", stage), false);
  }

  private static Column number(String name, String field) {
    return new Column(name, List.of(field), false);
  }

  private static Column money(String name, String... path) {
    return new Column(name, List.of(path), true);
  }

  /** {@code fen}: the server counts in fen, the report prints yuan. */
  private record Column(String name, List<String> path, boolean fen) {

    @Nullable BigDecimal of(JsonNode row) {
      JsonNode node = row;
      for (String step : path) {
        node = node.path(step);
      }
      if (!node.isNumber()) {
        return null;
      }
      BigDecimal value = fen ? node.decimalValue().movePointLeft(2) : node.decimalValue();
      BigDecimal shortest = value.stripTrailingZeros();
      return shortest.scale() < 0 ? shortest.setScale(0, RoundingMode.UNNECESSARY) : shortest;
    }
  }
}
