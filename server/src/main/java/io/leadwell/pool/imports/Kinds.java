package io.leadwell.pool.imports;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The kinds of content the other modules take in. */
@Component
class Kinds {

  /** The source of files whose reader named none: leads and deals of one system then meet. */
  private static final String USUAL_SOURCE = "file";

  private static final List<String> ORDER = List.of("leads", "deals", "spend");

  private final List<ImportKind> all;

  Kinds(List<ImportKind> all) {
    this.all =
        all.stream()
            .sorted(
                Comparator.comparing((ImportKind kind) -> ORDER.indexOf(kind.name()) & 0xFF)
                    .thenComparing(ImportKind::name))
            .toList();
  }

  List<ImportKind> all() {
    return all;
  }

  ImportKind named(String name) {
    return all.stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Problem(ImportsProblem.UNKNOWN_KIND, name));
  }

  ImportContext context(Import batch, Caller actor) {
    Mapping.Options options = batch.mapping().options();
    String source = options.source();
    String zone = options.timeZone();
    return new ImportContext(
        batch.id(),
        source == null || source.isBlank() ? USUAL_SOURCE : source.strip(),
        ZoneId.of(zone == null ? CellParser.USUAL_ZONE : zone),
        actor,
        batch.mapping().rules());
  }
}
