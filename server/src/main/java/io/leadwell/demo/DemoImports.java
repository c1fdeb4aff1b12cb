package io.leadwell.demo;

import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.imports.Import;
import io.leadwell.pool.imports.ImportHeader;
import io.leadwell.pool.imports.ImportStatus;
import io.leadwell.pool.imports.Imports;
import io.leadwell.pool.imports.Mapping;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings files in as the wizard does, with the columns it proposes; each once. */
@Component
class DemoImports {

  private static final Logger LOG = LoggerFactory.getLogger(DemoImports.class);
  private static final int PAGE = 50;

  private final Imports imports;

  DemoImports(Imports imports) {
    this.imports = imports;
  }

  void bring(String kind, String fileName, InputStream file, Caller system)
      throws InterruptedException {
    bring(kind, fileName, file, Map.of(), Map.of(), system);
  }

  /**
   * @param defaults field to the value of every row
   * @param rules of a list
   */
  void bring(
      String kind,
      String fileName,
      InputStream file,
      Map<String, String> defaults,
      Map<String, String> rules,
      Caller system)
      throws InterruptedException {
    if (isIn(kind, fileName)) {
      return;
    }
    Import batch = imports.receive(system, kind, fileName, file);
    boolean known = batch.recognised() != null && defaults.isEmpty() && rules.isEmpty();
    imports.map(batch.id(), known ? batch.mapping() : asGuessed(batch, defaults, rules), system);
    Import checked = imports.await(batch.id());
    if (checked.status() == ImportStatus.CHECKED) {
      imports.commit(batch.id(), system);
      checked = imports.await(batch.id());
    }
    if (checked.status() != ImportStatus.DONE) {
      throw new IllegalStateException(
          "The demo file " + fileName + " did not come in: " + checked.status());
    }
    LOG.info("Demo: {} is in, {}", fileName, checked.result());
  }

  boolean isIn(String kind) {
    return imports.page(null, PAGE).items().stream()
        .anyMatch(batch -> batch.kind().equals(kind) && batch.status() == ImportStatus.DONE);
  }

  boolean isIn(String kind, String fileName) {
    return imports.page(null, PAGE).items().stream()
        .anyMatch(batch ->
            batch.kind().equals(kind)
                && batch.fileName().equals(fileName)
                && batch.status() == ImportStatus.DONE);
  }

  /** What the wizard proposes, taken as it is. */
  private static Mapping asGuessed(
      Import batch, Map<String, String> defaults, Map<String, String> rules) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (ImportHeader header : batch.headers()) {
      if (!header.guess().isEmpty()) {
        columns.put(header.name(), header.guess());
      }
    }
    return new Mapping(columns, defaults, Mapping.Options.usual(), null, rules);
  }
}
