package io.leadwell.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** What the database alone does with rows as hits are. */
final class HitAnchors {

  static final int COPIED = 1_000;
  static final int INSERTERS = 8;

  private static final String FACTS =
      "{\"url\":\"https://www.example.com/products/a?utm_source=baidu\",\"title\":\"产品\","
          + "\"language\":\"zh-CN\",\"screen\":\"1440x900\",\"device\":{\"kind\":\"desktop\","
          + "\"os\":\"Windows\",\"browser\":\"Chrome\"},\"place\":{},"
          + "\"claimedAt\":\"2026-11-26T08:00:00Z\",\"sentAt\":\"2026-11-26T08:00:00Z\"}";

  private final DataSource source;
  private final double seconds;

  HitAnchors(DataSource source, double seconds) {
    this.source = source;
    this.seconds = seconds;
  }

  /** The same rows by COPY alone, into a table with the same columns and indexes. */
  double copied(String site) throws SQLException, IOException {
    anchorTable();
    AtomicLong position = new AtomicLong();
    long rows = 0;
    long begin = System.nanoTime();
    try (Connection connection = source.getConnection()) {
      while (System.nanoTime() - begin < seconds * 1e9) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < COPIED; i++) {
          text.append(position.incrementAndGet()).append("\t2026-11-26\t").append(HitsBench.id());
          text.append('\t')
              .append(site)
              .append("\tpage\t")
              .append(HitsBench.id())
              .append('\t')
              .append(HitsBench.id());
          text.append("\t2026-11-26T08:00:00Z\t2026-11-26T08:00:00Z\t").append(FACTS).append('\n');
        }
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(
                "copy bench.hit from stdin",
                new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
        rows += COPIED;
      }
    }
    return rows / ((System.nanoTime() - begin) / 1e9);
  }

  double inserted(String site) throws SQLException, InterruptedException {
    anchorTable();
    AtomicLong position = new AtomicLong();
    long begin = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(INSERTERS)) {
      List<Future<?>> work = new ArrayList<>();
      for (int i = 0; i < INSERTERS; i++) {
        work.add(threads.submit(() -> insert(site, position, begin)));
      }
      for (Future<?> each : work) {
        each.get();
      }
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return position.get() / ((System.nanoTime() - begin) / 1e9);
  }

  private @Nullable Void insert(String site, AtomicLong position, long begin) throws SQLException {
    String sql =
        "insert into bench.hit values"
            + " (?, '2026-11-26', ?, ?, 'page', ?, ?, now(), now(), ?::jsonb)";
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      while (System.nanoTime() - begin < seconds * 1e9) {
        statement.setLong(1, position.incrementAndGet());
        statement.setObject(2, HitsBench.id());
        statement.setString(3, site);
        statement.setObject(4, HitsBench.id());
        statement.setObject(5, HitsBench.id());
        statement.setString(6, FACTS);
        statement.execute();
      }
    }
    return null;
  }

  private void anchorTable() throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema if not exists bench");
      statement.execute("drop table if exists bench.hit");
      statement.execute("create table bench.hit (like collect.hit including all)");
    }
  }
}
