package io.leadwell.bench;

import io.leadwell.acquire.capture.Form;
import io.leadwell.acquire.capture.Forms;
import io.leadwell.base.workspace.Caller;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Forms that strangers fill in, from the post to the answer: checked, matched, with person,
 * company, lead, touch and record in the database.
 *
 * <p>Nothing of what guards a form is switched off: so each reader has an address of their own, as
 * behind a proxy, has seen the page, and takes their time.
 */
final class FormsBench {

  private static final int CONNECTIONS = 16;
  private static final int INSERTERS = 8;
  private static final double WARM_UP = 15;
  private static final double SECONDS = 10;

  /** What each may take in at once before it asks browsers for work. */
  private static final int BURST = 250;

  private static final int FORMS = 60;
  private static final long NOT_HASTY_MS = 2_500;
  private static final Pattern TOKEN = Pattern.compile("name=\"_token\" value=\"([^\"]+)\"");

  private final Forms forms;
  private final DataSource source;
  private final int port;
  private final Report report;
  private final AtomicLong readers = new AtomicLong();

  FormsBench(Forms forms, DataSource source, int port, Report report) {
    this.forms = forms;
    this.source = source;
    this.port = port;
    this.report = report;
  }

  void run() throws IOException, SQLException, InterruptedException {
    List<String> slugs = new ArrayList<>();
    for (int i = 0; i < FORMS; i++) {
      Form form = forms.add("Bench " + i, "demo", Caller.system());
      slugs.add(forms.publish(form.id(), form.revision(), Caller.system()).slug());
    }
    Queue<byte[]> filled = filled(slugs);
    Thread.sleep(NOT_HASTY_MS);
    HttpLoad load = new HttpLoad(port, CONNECTIONS, 303, filled::poll);
    load.run(WARM_UP);
    long before = leads();
    HttpLoad.Answered answered = load.run(SECONDS);
    long made = leads() - before;
    report.say(String.format(Locale.ROOT, "%,d leads by forms, %,d left", made, filled.size()));
    double inserted = inserted();
    report.add(
        Measure.beside(
            "form filled in, to its lead, " + CONNECTIONS + " connections",
            String.format(
                Locale.ROOT,
                "%,.0f/s, p50 %.1f ms, p99 %.1f ms",
                answered.perSecond(),
                answered.p50Millis(),
                answered.p99Millis()),
            answered.perSecond(),
            "a row of text per insert, " + INSERTERS + " connections",
            String.format(Locale.ROOT, "%,.0f/s", inserted),
            inserted));
  }

  /** As many as the forms take in without asking for work. */
  private Queue<byte[]> filled(List<String> slugs) throws InterruptedException {
    Queue<byte[]> filled = new ConcurrentLinkedQueue<>();
    try (HttpClient client = HttpClient.newHttpClient();
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      List<Future<?>> work = new ArrayList<>();
      for (int i = 0; i < BURST; i++) {
        for (String slug : slugs) {
          work.add(threads.submit(() -> filled.add(filled(client, slug))));
        }
      }
      for (Future<?> each : work) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return filled;
  }

  private byte[] filled(HttpClient client, String slug) throws IOException, InterruptedException {
    long number = readers.incrementAndGet();
    String address =
        "10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
    String path = "/p/f/" + slug;
    String page =
        client
            .send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .header("X-Forwarded-For", address)
                    .build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    Matcher token = TOKEN.matcher(page);
    if (!token.find()) {
      throw new IOException("no form at " + path);
    }
    Map<String, String> said =
        Map.of(
            "_token", token.group(1),
            "name", "王" + (char) ('一' + number % 5_000),
            "phone", "138" + String.format(Locale.ROOT, "%08d", number),
            "email", "reader" + number + "@example.com",
            "company", "苏州第" + number % 3_000 + "精密机械有限公司",
            "_consent", "yes");
    byte[] body =
        said.entrySet().stream()
            .map(entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"))
            .getBytes(StandardCharsets.US_ASCII);
    byte[] head =
        ("POST "
                + path
                + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: "
                + address
                + "\r\nUser-Agent: "
                + HitsBench.AGENT
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[head.length + body.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  private long leads() throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from leads.lead")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** What a guest book would do: the text as it came, durable, nothing else. */
  private double inserted() throws SQLException, InterruptedException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema if not exists bench");
      statement.execute("drop table if exists bench.guest");
      statement.execute(
          "create table bench.guest (id bigint generated always as identity primary key,"
              + " at timestamptz not null default now(), said jsonb not null)");
    }
    AtomicLong written = new AtomicLong();
    long begin = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(INSERTERS)) {
      List<Future<?>> work = new ArrayList<>();
      for (int i = 0; i < INSERTERS; i++) {
        work.add(threads.submit(() -> insert(written, begin)));
      }
      for (Future<?> each : work) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return written.get() / ((System.nanoTime() - begin) / 1e9);
  }

  private @Nullable Void insert(AtomicLong written, long begin) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("insert into bench.guest (said) values (?::jsonb)")) {
      while (System.nanoTime() - begin < SECONDS * 1e9) {
        statement.setString(
            1,
            "{\"name\":\"王伟\",\"phone\":\"13800138000\",\"email\":\"reader@example.com\","
                + "\"company\":\"苏州第一精密机械有限公司\"}");
        statement.execute();
        written.incrementAndGet();
      }
    }
    return null;
  }
}
