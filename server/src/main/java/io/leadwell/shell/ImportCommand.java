package io.leadwell.shell;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code import FILE}: uploads, maps, checks, brings in, and says what came of it. */
final class ImportCommand {

  private static final int PROBLEMS_SHOWN = 10;
  private static final Set<String> WORKING = Set.of("checking", "committing");

  private final Arguments arguments;
  private final Server server;
  private final Words words;
  private final PrintStream out;
  private final Progress progress;

  ImportCommand(Arguments arguments, Server server, Words words, PrintStream out, PrintStream err) {
    this.arguments = arguments;
    this.server = server;
    this.words = words;
    this.out = out;
    this.progress = new Progress(words, err);
  }

  int run() {
    Path file = file();
    Optional<MappingFile> mapping =
        arguments.option("mapping").map(name -> MappingFile.read(Path.of(name), words));
    String kind =
        arguments
            .option("kind")
            .or(() -> mapping.flatMap(m -> Optional.ofNullable(m.kind())))
            .orElseThrow(() -> new Shell.Refusal(Shell.WRONG_USE, words.say("kindMissing")));
    JsonNode uploaded = server.upload("/imports", file, Map.of("kind", kind));
    String path = "/imports/" + uploaded.path("id").asString();
    boolean kept = false;
    try {
      JsonNode checked = check(path, uploaded, mapping);
      if (arguments.flag("dry-run")) {
        return report(path, checked.path("check"), "dryRunDone");
      }
      kept = true;
      return commit(path, checked);
    } finally {
      if (!kept) {
        server.delete(path);
      }
    }
  }

  private Path file() {
    Path file =
        Path.of(
            arguments
                .word(0)
                .orElseThrow(() -> new Shell.Refusal(Shell.WRONG_USE, words.say("fileMissing"))));
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw Shell.failed(words, "fileUnreadable", file);
    }
    return file;
  }

  private JsonNode check(String path, JsonNode uploaded, Optional<MappingFile> mapping) {
    ObjectNode wanted = mapping.map(m -> wanted(m, uploaded)).orElseGet(() -> suggestion(uploaded));
    arguments
        .option("source")
        .ifPresent(source -> wanted.withObjectProperty("options").put("source", source));
    server.put(path + "/mapping", wanted);
    JsonNode checked = progress.await(() -> server.get(path), WORKING, "checking");
    if (!checked.path("status").asString("").equals("checked")) {
      throw failure(checked);
    }
    return checked;
  }

  /** The mapping of the YAML file, whose columns must be in the file. */
  private ObjectNode wanted(MappingFile mapping, JsonNode uploaded) {
    Set<String> headers = new TreeSet<>();
    uploaded.path("headers").forEach(header -> headers.add(header.path("name").asString("")));
    for (String column : mapping.columns().keySet()) {
      // Another sheet or header has other columns; the server looks at those.
      boolean here = mapping.sheet() == null && mapping.headerRow() == null;
      if (here && !headers.contains(column)) {
        throw Shell.failed(words, "columnMissing", column, String.join(", ", headers));
      }
    }
    return mapping.toJson();
  }

  /** What was used for such a file before, or else what the server guesses from the headers. */
  private ObjectNode suggestion(JsonNode uploaded) {
    ObjectNode json = Server.JSON.createObjectNode();
    JsonNode before = uploaded.path("mapping");
    if (!before.path("columns").isEmpty()) {
      Stream.of("columns", "defaults", "options", "rules")
          .filter(before::has)
          .forEach(part -> json.set(part, before.path(part).deepCopy()));
    } else {
      ObjectNode columns = json.putObject("columns");
      for (JsonNode header : uploaded.path("headers")) {
        if (!header.path("guess").isEmpty()) {
          columns.set(header.path("name").asString(), header.path("guess").deepCopy());
        }
      }
      if (columns.isEmpty()) {
        throw Shell.failed(words, "nothingGuessed");
      }
      json.putObject("defaults");
      json.putObject("options");
    }
    json.path("columns")
        .properties()
        .forEach(column ->
            out.println(words.say("guessed", column.getKey(), fields(column.getValue()))));
    return json;
  }

  private int commit(String path, JsonNode checked) {
    if (checked.path("check").path("good").asLong() == 0) {
      int code = report(path, checked.path("check"), "nothingGood");
      return code == Shell.DONE ? Shell.DONE : Shell.FAILED;
    }
    server.post(path + "/commit");
    JsonNode done = progress.await(() -> server.get(path), WORKING, "committing");
    if (!done.path("status").asString("").equals("done")) {
      throw failure(done);
    }
    return report(path, done.path("result"), "done");
  }

  private int report(String path, JsonNode counts, String sentence) {
    long bad = counts.path("bad").asLong();
    out.println(
        words.say(
            sentence,
            counts.path("new").asLong(),
            counts.path("changed").asLong(),
            counts.path("same").asLong(),
            bad));
    for (JsonNode met : counts.path("cases")) {
      out.println(
          words.say(
              "ruleMet",
              met.path("name").asString(""),
              met.path("action").asString(""),
              met.path("count").asLong()));
    }
    long waiting = counts.path("waiting").asLong();
    long leftOut = counts.path("leftOut").asLong();
    long remarked = counts.path("remarked").asLong();
    if (waiting + leftOut + remarked > 0) {
      out.println(words.say("beside", waiting, leftOut, remarked));
    }
    for (JsonNode notice : counts.path("notices")) {
      out.println("  " + notice.path("message").asString(""));
    }
    if (bad + remarked == 0) {
      return Shell.DONE;
    }
    int shown = 0;
    for (JsonNode problem : server.get(path + "/problems").path("items")) {
      if (shown++ == PROBLEMS_SHOWN) {
        break;
      }
      out.println("  " + sentenceOf(problem));
    }
    if (bad + remarked > PROBLEMS_SHOWN) {
      out.println(words.say("moreProblems", bad + remarked - PROBLEMS_SHOWN));
    }
    arguments.option("errors").map(Path::of).ifPresent(target -> writeErrors(path, target));
    return bad == 0 ? Shell.DONE : Shell.SOME_REFUSED;
  }

  private String sentenceOf(JsonNode problem) {
    String message = problem.path("message").asString("");
    String row = Long.toString(problem.path("row").asLong());
    return problem.path("column").asString("").isEmpty()
        ? words.say("problemOfRow", row, message)
        : words.say("problemOfCell", row, problem.path("column").asString(""), message);
  }

  private void writeErrors(String path, Path target) {
    boolean sheet = target.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
    server.download(path + "/problems/file?format=" + (sheet ? "xlsx" : "csv"), target);
    out.println(words.say("errorsWritten", target));
  }

  private Shell.Refusal failure(JsonNode batch) {
    String detail = batch.path("error").path("detail").asString("");
    return detail.isEmpty()
        ? Shell.failed(words, "ended", batch.path("status").asString(""))
        : new Shell.Refusal(Shell.FAILED, detail);
  }

  private static String fields(JsonNode list) {
    Map<String, Boolean> names = new LinkedHashMap<>();
    list.forEach(field -> names.put(field.asString(), true));
    return String.join(", ", names.keySet());
  }
}
