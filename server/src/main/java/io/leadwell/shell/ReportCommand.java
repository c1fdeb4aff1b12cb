package io.leadwell.shell;

import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * {@code report funnel | channels | durations | content | touches}: the figures of the app's
 * reports, for scripts.
 */
final class ReportCommand {

  private final Arguments arguments;
  private final Words words;
  private final PrintStream out;

  ReportCommand(Arguments arguments, Words words, PrintStream out) {
    this.arguments = arguments;
    this.words = words;
    this.out = out;
  }

  int run(Function<String, Server> inLanguage) {
    String report = arguments.word(0).orElse("");
    ReportShape shape =
        ReportShape.named(report)
            .orElseThrow(
                () -> new Shell.Refusal(Shell.WRONG_USE, words.say("reportUnknown", report)));
    String format = arguments.oneOf("format", List.of("table", "csv", "json"));
    String by = arguments.option("by").orElse(shape.usualBy());
    // What a script reads must not change with the terminal it was started from.
    String language =
        arguments
            .option("language")
            .orElseGet(() -> format.equals("table") ? words.languageTag() : "zh-CN");
    JsonNode answer = inLanguage.apply(language).get("/reports/" + report + query(by));
    ReportTable table = shape.table(by, answer);
    out.println(
        switch (format) {
          case "json" -> table.json();
          case "csv" -> table.csv();
          default -> table.text();
        });
    return Shell.DONE;
  }

  private String query(String by) {
    List<String> parts = new ArrayList<>();
    parts.add("by=" + encoded(by));
    for (String name : List.of("basis", "from", "to")) {
      arguments.option(name).ifPresent(value -> parts.add(name + "=" + encoded(value)));
    }
    return "?" + String.join("&", parts);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
