package io.leadwell.bench;

import io.leadwell.acquire.collect.Collector;
import io.leadwell.acquire.collect.Site;
import io.leadwell.acquire.collect.SiteDraft;
import io.leadwell.acquire.collect.Sites;
import io.leadwell.base.workspace.Caller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Hits over HTTP until they are on the disk, beside what answers without keeping anything. */
final class HitsBench {

  /** So that what one sender may send does not decide. */
  static final List<String> UNLIMITED =
      List.of(
          "--leadwell.collect.address-burst=1000000000",
          "--leadwell.collect.address-per-minute=1000000000",
          "--leadwell.collect.visitor-burst=1000000",
          "--leadwell.collect.visitor-per-minute=1000000");

  private static final int CONNECTIONS = 256;
  private static final int BATCH = 10;
  private static final int COPIED = 1_000;
  private static final int INSERTERS = 8;

  /** Two cores compile for that long what they then run. */
  private static final double WARM_UP = 40;

  private static final double SECONDS = 10;
  private static final String HOST = "www.example.com";
  static final String AGENT =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/140.0.0.0 Safari/537.36";

  private final Sites sites;
  private final Collector collector;
  private final DataSource source;
  private final int port;
  private final Path folder;
  private final Report report;

  HitsBench(
      Sites sites, Collector collector, DataSource source, int port, Path folder, Report report) {
    this.sites = sites;
    this.collector = collector;
    this.source = source;
    this.port = port;
    this.folder = folder;
    this.report = report;
  }

  void run() throws IOException, SQLException, InterruptedException {
    Site site =
        sites.add(
            new SiteDraft("bench", List.of(HOST), false, false, null, false), Caller.system());
    String path = "/c/" + site.key();
    HttpLoad single = new HttpLoad(port, CONNECTIONS, 204, () -> request(path, 1));
    HttpLoad batched = new HttpLoad(port, CONNECTIONS, 204, () -> request(path, BATCH));
    single.run(WARM_UP);
    batched.run(WARM_UP / 4);
    long before = stored();
    HttpLoad.Answered one = single.run(SECONDS);
    HttpLoad.Answered ten = batched.run(SECONDS);
    report.say(String.format(Locale.ROOT, "%,d hits stored", stored() - before));
    HttpLoad.Answered bare = bare(path);
    double copied = copied(site.key());
    double inserted = inserted(site.key());
    HttpLoad.Answered nginx = nginx(path);

    String alone = "durable hits, one a request, " + CONNECTIONS + " connections";
    if (nginx == null) {
      report.say("nginx is not installed: the anchor of single hits is missing");
      report.add(Measure.told(alone, said(one, 1)));
    } else {
      report.add(
          Measure.atLeast(
              alone,
              said(one, 1),
              one.perSecond(),
              "nginx 204 with access log",
              said(nginx, 1),
              nginx.perSecond(),
              0.25));
    }
    report.add(
        Measure.beside(
            alone,
            said(one, 1),
            one.perSecond(),
            "the same collector behind a bare listener",
            said(bare, 1),
            bare.perSecond()));
    report.add(
        Measure.atLeast(
            "durable hits, one a request",
            rate(one.perSecond()),
            one.perSecond(),
            "a row per insert, " + INSERTERS + " connections",
            rate(inserted),
            inserted,
            5));
    report.add(
        Measure.atLeast(
            "durable hits, " + BATCH + " a request",
            said(ten, BATCH),
            ten.perSecond() * BATCH,
            "COPY of " + COPIED + " a transaction",
            rate(copied),
            copied,
            0.5));
  }

  private HttpLoad.Answered bare(String path) throws IOException, InterruptedException {
    try (BareDoor door = BareDoor.open(collector)) {
      HttpLoad load = new HttpLoad(door.port(), CONNECTIONS, 204, () -> request(path, 1));
      load.run(WARM_UP / 4);
      return load.run(SECONDS);
    }
  }

  private HttpLoad.@Nullable Answered nginx(String path) throws IOException, InterruptedException {
    try (Nginx nginx = Nginx.start(folder)) {
      if (nginx == null) {
        return null;
      }
      HttpLoad load = new HttpLoad(nginx.port(), CONNECTIONS, 204, () -> request(path, 1));
      load.run(SECONDS / 4);
      return load.run(SECONDS);
    }
  }

  /** The same rows by COPY alone, into a table with the same columns and indexes. */
  private double copied(String site) throws SQLException, IOException {
    anchorTable();
    AtomicLong position = new AtomicLong();
    long rows = 0;
    long begin = System.nanoTime();
    try (Connection connection = source.getConnection()) {
      while (System.nanoTime() - begin < SECONDS * 1e9) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < COPIED; i++) {
          text.append(position.incrementAndGet()).append("\t2026-11-26\t").append(id());
          text.append('\t').append(site).append("\tpage\t").append(id()).append('\t').append(id());
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

  private double inserted(String site) throws SQLException, InterruptedException {
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
      while (System.nanoTime() - begin < SECONDS * 1e9) {
        statement.setLong(1, position.incrementAndGet());
        statement.setObject(2, id());
        statement.setString(3, site);
        statement.setObject(4, id());
        statement.setObject(5, id());
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

  private long stored() throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from collect.hit")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static final String FACTS =
      "{\"url\":\"https://www.example.com/products/a?utm_source=baidu\",\"title\":\"产品\","
          + "\"language\":\"zh-CN\",\"screen\":\"1440x900\",\"device\":{\"kind\":\"desktop\","
          + "\"os\":\"Windows\",\"browser\":\"Chrome\"},\"place\":{},"
          + "\"claimedAt\":\"2026-11-26T08:00:00Z\",\"sentAt\":\"2026-11-26T08:00:00Z\"}";

  private static byte[] request(String path, int hits) {
    long now = System.currentTimeMillis();
    StringBuilder body = new StringBuilder(400 * hits);
    body.append("{\"visitor\":\"").append(id()).append("\",\"sent\":").append(now);
    body.append(",\"lang\":\"zh-CN\",\"screen\":\"1440x900\",\"hits\":[");
    UUID visit = id();
    for (int i = 0; i < hits; i++) {
      body.append(i == 0 ? "{\"id\":\"" : ",{\"id\":\"").append(id());
      body.append("\",\"at\":").append(now).append(",\"name\":\"page\",\"visit\":\"").append(visit);
      body.append("\",\"url\":\"https://www.example.com/products/a?utm_source=baidu\"");
      body.append(",\"title\":\"产品\"}");
    }
    body.append("]}");
    byte[] content = body.toString().getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ("POST "
                + path
                + " HTTP/1.1\r\nHost: lw.example.com\r\nOrigin: https://www.example.com\r\n"
                + "User-Agent: "
                + AGENT
                + "\r\nContent-Type: text/plain;charset=UTF-8\r\nContent-Length: "
                + content.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[head.length + content.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(content, 0, all, head.length, content.length);
    return all;
  }

  /** Version 7, as the tracker makes them. */
  private static UUID id() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(
        (System.currentTimeMillis() << 16) | 0x7000L | random.nextInt(0x1000),
        (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
  }

  private static String said(HttpLoad.Answered answered, int hits) {
    return String.format(
        Locale.ROOT,
        "%,.0f/s, p50 %.1f ms, p99 %.1f ms",
        answered.perSecond() * hits,
        answered.p50Millis(),
        answered.p99Millis());
  }

  private static String rate(double perSecond) {
    return String.format(Locale.ROOT, "%,.0f/s", perSecond);
  }
}
