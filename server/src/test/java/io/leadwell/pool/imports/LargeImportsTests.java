package io.leadwell.pool.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.testing.OnPostgres;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@OnPostgres
class LargeImportsTests {

  private static final int ROWS = 200_000;
  private static final long MEGABYTE = 1024L * 1024;

  @Autowired private Kinds kinds;
  @TempDir private Path folder;

  @Test
  void two_hundred_thousand_rows_are_read_without_holding_them() throws Exception {
    Path file = file();
    FileShape shape = FileProbe.shape(file);
    Examination seen = Examination.of(file, shape);
    Mapping mapping =
        new Mapping(
            java.util.Map.of(
                "key", java.util.List.of("key"),
                "name", java.util.List.of("name"),
                "phone", java.util.List.of("phone"),
                "lead_at", java.util.List.of("lead_at"),
                "note", java.util.List.of("note")),
            java.util.Map.of(),
            Mapping.Options.usual(),
            null);
    assertThat(seen.rows()).isEqualTo(ROWS);
    long before = afterCollection();

    long rows = 0;
    long most = 0;
    RowFeed feed = new RowFeed(file, shape, kinds.named("leads").fields(), mapping);
    try (ReadAhead ahead = new ReadAhead(feed, 0)) {
      for (var chunk = ahead.next(); !chunk.isEmpty(); chunk = ahead.next()) {
        assertThat(chunk).noneMatch(ImportRow::refused);
        rows += chunk.size();
        if (rows % 48_000 == 0) {
          most = Math.max(most, afterCollection() - before);
        }
      }
    }

    assertThat(rows).isEqualTo(ROWS);
    // The file alone is over 100 MB; four chunks of it and the keys are a fraction of that.
    assertThat(Files.size(file)).isGreaterThan(100 * MEGABYTE);
    assertThat(most).isLessThan(60 * MEGABYTE);
  }

  private Path file() throws IOException {
    Path file = folder.resolve("large.csv");
    String note = "需求说明".repeat(60);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("key,name,phone,lead_at,note\n");
      for (int i = 1; i <= ROWS; i++) {
        out.write("k" + i + ",客户" + i + "," + (13_800_000_000L + i) + ",2026-03-01," + note + "\n");
      }
    }
    return file;
  }

  /** What is still alive once the collector has been through. */
  private static long afterCollection() {
    System.gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getUsage)
        .mapToLong(java.lang.management.MemoryUsage::getUsed)
        .sum();
  }
}
