package io.leadwell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellTests {

  private static final String UPLOADED =
      """
      {"id":"7","status":"mapping","mapping":{"columns":{}},"headers":[
        {"column":0,"name":"编号","guess":["key"]},
        {"column":1,"name":"首次接触","guess":["lead_at","mql_at"]},
        {"column":2,"name":"备用","guess":[]}]}
      """;
  private static final String FUNNEL =
      """
      {"by":"channel","rows":[
        {"key":"a","label":"百度, SEM","counts":{"lead":3,"mql":2,"sal":1,"sql":1,"opportunity":1,"poc":0,"won":1},"revenueFen":123450},
        {"key":"none","label":"(未知)","counts":{"lead":1,"mql":0,"sal":0,"sql":0,"opportunity":0,"poc":0,"won":0},"revenueFen":0}],
       "total":{"counts":{"lead":4,"mql":2,"sal":1,"sql":1,"opportunity":1,"poc":0,"won":1},"revenueFen":12345600000}}
      """;

  @TempDir Path temporary;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private SpokenServer server;
  private Map<String, String> environment;

  @BeforeEach
  void start() throws IOException {
    server = new SpokenServer();
    environment = new HashMap<>(Map.of("LANG", "en_GB.UTF-8"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void the_funnel_is_printed_as_json_with_revenue_in_yuan() {
    server.answers("GET /reports/funnel?by=channel&basis=cohort", 200, FUNNEL);
    assertThat(run("report", "funnel", "--by", "channel", "--basis", "cohort", "--format", "json"))
        .isZero();
    assertThat(said(out))
        .isEqualTo(
            """
            {"rows":[{"channel":"百度, SEM","leads":3,"mql":2,"sql":1,"opportunity":1,"poc":0,"won":1,"revenue":1234.5},\
            {"channel":"(未知)","leads":1,"mql":0,"sql":0,"opportunity":0,"poc":0,"won":0,"revenue":0}],\
            "total":{"leads":4,"mql":2,"sql":1,"opportunity":1,"poc":0,"won":1,"revenue":123456000}}
            """);
  }

  @Test
  void labels_for_scripts_stay_chinese_whatever_the_terminal_speaks() {
    server.answers("GET /reports/funnel?by=channel", 200, FUNNEL);
    run("report", "funnel", "--format", "csv");
    run("report", "funnel", "--format", "table");
    run("report", "funnel", "--format", "json", "--language", "en");
    assertThat(server.asked.stream().map(SpokenServer.Asked::language))
        .containsExactly("zh-CN", "en", "en");
  }

  @Test
  void the_funnel_as_csv_quotes_what_needs_it() {
    server.answers("GET /reports/funnel?by=channel", 200, FUNNEL);
    run("report", "funnel", "--format", "csv");
    assertThat(said(out).lines())
        .containsExactly(
            "channel,leads,mql,sql,opportunity,poc,won,revenue",
            "\"百度, SEM\",3,2,1,1,0,1,1234.5",
            "(未知),1,0,0,0,0,0,0",
            "total,4,2,1,1,0,1,123456000");
  }

  @Test
  void a_table_lines_up_chinese_and_shows_a_dash_for_what_cannot_be() {
    server.answers(
        "GET /reports/channels?by=channel",
        200,
        """
        {"rows":[{"key":"a","label":"展会","spendFen":500000,"counts":{"lead":0},"revenueFen":0}],"total":{}}
        """);
    run("report", "channels");
    List<String> lines = said(out).lines().toList();
    assertThat(lines.get(1)).startsWith("展会      5000").contains("—");
  }

  @Test
  void an_import_without_mapping_takes_the_servers_guess_and_ends_with_its_counts()
      throws Exception {
    prepareImport(
        "{\"status\":\"done\",\"result\":{\"new\":5,\"changed\":1,\"same\":2,\"bad\":0}}");
    assertThat(run("import", file("编号,首次接触,备用\n"), "--kind", "leads")).isZero();
    assertThat(said(out)).contains("Imported: 5 new, 1 changed, 2 unchanged, 0 refused.");
    assertThat(server.last("PUT /imports/7/mapping").body())
        .isEqualTo(
            """
            {"columns":{"编号":["key"],"首次接触":["lead_at","mql_at"]},"defaults":{},"options":{}}\
            """);
    assertThat(server.last("POST /imports").body()).contains("name=\"kind\"", "leads", "编号,首次接触");
    assertThat(server.last("POST /imports").authorization()).isEqualTo("Bearer lw_test");
    assertThat(server.lines()).doesNotContain("DELETE /imports/7");
  }

  @Test
  void refused_rows_are_named_and_the_exit_code_says_so() throws Exception {
    prepareImport("{\"status\":\"done\",\"result\":{\"new\":5,\"bad\":1}}");
    server.answers(
        "GET /imports/7/problems",
        200,
        "{\"items\":[{\"row\":3,\"column\":\"首次接触\",\"message\":\"no such day\"}]}");
    server.answers("GET /imports/7/problems/file?format=csv", 200, "错误原因\n");
    Path errors = temporary.resolve("errors.csv");
    assertThat(run("import", file("x\n"), "--kind", "leads", "--errors", errors.toString()))
        .isEqualTo(Shell.SOME_REFUSED);
    assertThat(said(out)).contains("row 3, column '首次接触': no such day");
    assertThat(errors).hasContent("错误原因\n");
  }

  @Test
  void a_dry_run_leaves_nothing_behind() throws Exception {
    prepareImport("{}");
    server.answers("DELETE /imports/7", 204, "");
    assertThat(run("import", file("x\n"), "--kind", "leads", "--dry-run")).isZero();
    assertThat(server.lines())
        .contains("DELETE /imports/7")
        .doesNotContain("POST /imports/7/commit");
  }

  @Test
  void a_yaml_mapping_is_sent_as_written_and_its_columns_must_be_in_the_file() throws Exception {
    prepareImport("{\"status\":\"done\",\"result\":{\"new\":1,\"bad\":0}}");
    server.answers("DELETE /imports/7", 204, "");
    Path good =
        yaml(
            """
            kind: leads
            source: olist
            columns:
              编号: key
              首次接触: [lead_at, mql_at]
            defaults:
              source_class: marketing
            """);
    assertThat(run("import", file("x\n"), "--mapping", good.toString())).isZero();
    assertThat(server.last("PUT /imports/7/mapping").body())
        .isEqualTo(
            """
            {"columns":{"编号":["key"],"首次接触":["lead_at","mql_at"]},"defaults":{"source_class":"marketing"},"options":{"source":"olist"}}\
            """);
    Path bad = yaml("columns:\n  origin: channel\n");
    assertThat(run("import", file("x\n"), "--kind", "leads", "--mapping", bad.toString()))
        .isEqualTo(Shell.FAILED);
    assertThat(said(err)).contains("The file has no column 'origin'. Its columns: 备用, 编号, 首次接触");
  }

  @Test
  void rules_of_a_list_are_sent_and_what_waits_is_told() throws Exception {
    prepareImport(
        "{\"status\":\"done\",\"result\":{\"new\":1,\"bad\":0,\"waiting\":2,\"leftOut\":1,\"remarked\":1}}");
    server.answers(
        "GET /imports/7/problems",
        200,
        "{\"items\":[{\"row\":4,\"column\":\"接待销售\",\"message\":\"no such member\"}]}");
    Path list =
        yaml(
            """
            kind: leads
            columns:
              编号: key
            rules:
              changed: ask
              task_hours: 24
            """);
    assertThat(run("import", file("x\n"), "--mapping", list.toString())).isZero();
    assertThat(server.last("PUT /imports/7/mapping").body())
        .endsWith("\"rules\":{\"changed\":\"ask\",\"task_hours\":\"24\"}}");
    assertThat(said(out))
        .contains("2 rows wait for a decision, 1 are left out by a rule, 1 came in with a remark.")
        .contains("row 4, column '接待销售': no such member");
  }

  @Test
  void a_yaml_mapping_cannot_make_objects() throws Exception {
    Path hostile = yaml("!!javax.script.ScriptEngineManager [!!java.net.URL [\"http://x\"]]\n");
    assertThat(run("import", file("x\n"), "--kind", "leads", "--mapping", hostile.toString()))
        .isEqualTo(Shell.FAILED);
    assertThat(said(err)).contains("is not valid YAML");
    assertThat(server.asked).isEmpty();
  }

  @Test
  void a_key_stands_alone_on_standard_output() {
    server.answers("POST /keys", 201, "{\"key\":\"lw_secret\"}");
    assertThat(run("key", "create", "--role", "admin", "--expires", "2026-12-31")).isZero();
    assertThat(said(out)).isEqualTo("lw_secret\n");
    assertThat(server.last("POST /keys").body())
        .isEqualTo(
            "{\"name\":\"shell\",\"role\":\"admin\",\"expiresAt\":\"2026-12-31T16:00:00Z\"}");
  }

  @Test
  void the_data_folder_of_a_running_server_is_enough() throws Exception {
    server.answers("GET /reports/funnel?by=channel", 200, FUNNEL);
    Files.writeString(
        temporary.resolve("server.json"),
        "{\"url\":\"%s\",\"pid\":1,\"key\":\"lw_folder\"}".formatted(server.url()));
    assertThat(runPlain("report", "funnel", "--data", temporary.toString())).isZero();
    assertThat(server.asked.getFirst().authorization()).isEqualTo("Bearer lw_folder");
  }

  @Test
  void what_goes_wrong_is_a_sentence_in_the_readers_language() {
    server.answers("GET /reports/funnel?by=moon", 422, "{\"detail\":\"不认识 moon\"}");
    assertThat(run("report", "funnel", "--by", "moon")).isEqualTo(Shell.FAILED);
    assertThat(said(err)).isEqualTo("不认识 moon\n");
    environment.put("LC_ALL", "zh_CN.UTF-8");
    assertThat(runPlain("report", "funnel", "--data", temporary.toString()))
        .isEqualTo(Shell.FAILED);
    assertThat(said(err)).contains("上没有正在运行的服务器");
    assertThat(runPlain("report", "funnel", "--nope")).isEqualTo(Shell.WRONG_USE);
    assertThat(runPlain("report", "weather", "--url", "http://127.0.0.1:1", "--key", "k"))
        .isEqualTo(Shell.WRONG_USE);
    assertThat(runPlain("report", "funnel", "--url", "http://127.0.0.1:1", "--key", "k"))
        .isEqualTo(Shell.FAILED);
    assertThat(said(err)).contains("连不上 http://127.0.0.1:1");
  }

  @Test
  void both_languages_say_the_same_things() throws Exception {
    assertThat(new TreeSet<>(texts("i18n/shell_en.properties").stringPropertyNames()))
        .isEqualTo(new TreeSet<>(texts("i18n/shell.properties").stringPropertyNames()));
  }

  private static Properties texts(String name) throws IOException {
    Properties texts = new Properties();
    try (var stream = ShellTests.class.getClassLoader().getResourceAsStream(name)) {
      assertThat(stream).isNotNull();
      texts.load(stream);
    }
    return texts;
  }

  private void prepareImport(String end) {
    server.answers("POST /imports", 201, UPLOADED);
    server.answers("PUT /imports/7/mapping", 200, "{\"status\":\"checking\"}");
    server.answers(
        "GET /imports/7", 200, "{\"status\":\"checking\",\"progress\":{\"done\":1,\"total\":2}}");
    server.answers(
        "GET /imports/7",
        200,
        "{\"status\":\"checked\",\"check\":{\"good\":5,\"new\":5,\"bad\":0}}");
    server.answers("POST /imports/7/commit", 200, "{\"status\":\"committing\"}");
    server.answers("GET /imports/7", 200, end);
  }

  private String file(String content) throws IOException {
    return Files.writeString(temporary.resolve("leads.csv"), content).toString();
  }

  private Path yaml(String content) throws IOException {
    return Files.writeString(temporary.resolve("mapping.yaml"), content);
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--url", server.url(), "--key", "lw_test"));
    return runPlain(all.toArray(String[]::new));
  }

  private int runPlain(String... arguments) {
    return new Shell(environment, printer(out), printer(err)).run(List.of(arguments));
  }

  private static PrintStream printer(ByteArrayOutputStream target) {
    return new PrintStream(target, true, StandardCharsets.UTF_8);
  }

  private static String said(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
