package io.leadwell.bench;

import io.leadwell.acquire.collect.Collector;
import io.leadwell.acquire.collect.Site;
import io.leadwell.acquire.collect.SiteDraft;
import io.leadwell.acquire.collect.Sites;
import io.leadwell.base.workspace.Caller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

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
    HttpLoad.Answered one;
    HttpLoad.Answered bare;
    try (BareDoor door = BareDoor.open(collector)) {
      HttpLoad leanest = new HttpLoad(door.port(), CONNECTIONS, 204, () -> request(path, 1));
      leanest.run(WARM_UP / 4);
      // Before and after: whoever is measured later has code that is compiled better.
      HttpLoad.Answered earlier = leanest.run(SECONDS / 2);
      one = single.run(SECONDS);
      bare = earlier.and(leanest.run(SECONDS / 2));
    }
    HttpLoad.Answered ten = batched.run(SECONDS);
    report.say(
        String.format(
            Locale.ROOT,
            "%,d hits stored, folded into visits %.1f s later",
            stored() - before,
            secondsToFold()));
    HitAnchors anchors = new HitAnchors(source, SECONDS);
    double copied = anchors.copied(site.key());
    double inserted = anchors.inserted(site.key());
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
            "a row per insert, " + HitAnchors.INSERTERS + " connections",
            rate(inserted),
            inserted,
            5));
    report.add(
        Measure.atLeast(
            "durable hits, " + BATCH + " a request",
            said(ten, BATCH),
            ten.perSecond() * BATCH,
            "COPY of " + HitAnchors.COPIED + " a transaction",
            rate(copied),
            copied,
            0.5));
  }

  /** What the readers of the log have still to do would slow the anchors down. */
  private double secondsToFold() throws SQLException, InterruptedException {
    long begin = System.nanoTime();
    while (number("select position from collect.reader where name = 'visits'")
        < number("select position from collect.log_end")) {
      Thread.sleep(100);
    }
    return (System.nanoTime() - begin) / 1e9;
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

  private long stored() throws SQLException {
    return number("select count(*) from collect.hit");
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

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
  static UUID id() {
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
