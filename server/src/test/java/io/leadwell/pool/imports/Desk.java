package io.leadwell.pool.imports;

import io.leadwell.base.workspace.Caller;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody at the wizard: takes the guesses as they are. */
final class Desk {

  private final Imports imports;

  Desk(Imports imports) {
    this.imports = imports;
  }

  Import receive(String kind, String name, byte[] content) {
    return receive(kind, name, new ByteArrayInputStream(content));
  }

  Import receive(String kind, String name, InputStream content) {
    return imports.receive(Caller.system(), kind, name, content);
  }

  Import leads(String content) {
    return receive("leads", "线索.csv", content.getBytes(StandardCharsets.UTF_8));
  }

  static Mapping guessed(Import batch) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    batch.headers().forEach(header -> columns.put(header.name(), header.guess()));
    return new Mapping(columns, Map.of(), Mapping.Options.usual(), null);
  }

  Import check(Import batch) throws InterruptedException {
    return check(batch, guessed(batch));
  }

  Import check(Import batch, Mapping mapping) throws InterruptedException {
    imports.map(batch.id(), mapping, Caller.system());
    return imports.await(batch.id());
  }

  Import commit(UUID id) throws InterruptedException {
    imports.commit(id, Caller.system());
    return imports.await(id);
  }

  Import undo(UUID id) throws InterruptedException {
    imports.undo(id, Caller.system());
    return imports.await(id);
  }

  /** Row, column and code of everything refused. */
  List<String> problems(UUID id) {
    List<String> lines = new ArrayList<>();
    imports.eachProblem(
        id,
        (problems, _) ->
            problems.forEach(p ->
                lines.add(
                    p.row()
                        + " "
                        + Objects.requireNonNullElse(p.column(), "-")
                        + " "
                        + p.sentence().code().replace("imports.", ""))));
    return lines;
  }

  static Import.CheckReport report(Import batch) {
    return there(batch.check());
  }

  static <T> T there(@Nullable T value) {
    return Objects.requireNonNull(value);
  }
}
