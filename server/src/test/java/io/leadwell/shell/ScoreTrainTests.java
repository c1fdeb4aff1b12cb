package io.leadwell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ScoreTrainTests {

  @TempDir Path temporary;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** Visits and a source tell something, the day of signing tells all. */
  private static String leads(int rows, String delimiter) {
    SplittableRandom random = new SplittableRandom(9);
    StringBuilder text =
        new StringBuilder(String.join(delimiter, "编号", "来源", "访问次数", "创建", "签约日期", "结果"));
    for (int i = 0; i < rows; i++) {
      int visits = random.nextInt(20);
      boolean referral = random.nextInt(3) == 0;
      boolean won = random.nextInt(40) < visits + (referral ? 12 : 0);
      String day = "2025-%02d-%02d".formatted(1 + i * 12 / rows, 1 + random.nextInt(28));
      text.append('\n')
          .append(
              String.join(
                  delimiter,
                  "L" + i,
                  referral ? "\"转介绍\"" : random.nextInt(9) == 0 ? "Select" : "搜索",
                  String.valueOf(visits),
                  day,
                  won ? "2026/1/" + (1 + i % 28) : "",
                  won ? "赢单" : "输单"));
    }
    return text.append('\n').toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"UTF-8|,", "GB18030|;", "UTF-8|\t"})
  void a_file_of_leads_is_learned_from(String encoding, String delimiter) throws IOException {
    Path file = temporary.resolve("leads.csv");
    String between = delimiter == null ? "\t" : delimiter;
    Files.writeString(file, leads(600, between), Charset.forName(encoding));
    int code = run("--in", file.toString(), "--label", "结果", "--format", "json");
    assertThat(said(err)).doesNotContain("Exception");
    assertThat(code).isZero();
    JsonNode json = Server.JSON.readTree(said(out));
    assertThat(json.get("rows").asInt()).isEqualTo(600);
    assertThat(json.get("positive").asString()).isEqualTo("赢单");
    assertThat(json.get("auc").asDouble()).isBetween(0.65, 0.95);
    assertThat(json.get("auc_out_of_time").isNull()).isTrue();
    assertThat(texts(json.get("columns_left_out"))).containsExactly("编号", "签约日期");
    assertThat(json.get("left_out_reasons").get(1).get("reason").asString()).isEqualTo("leak");
    assertThat(json.get("calibration")).hasSize(10);
    assertThat(json.get("scorecard")).isNotEmpty();
  }

  @Test
  void a_reader_is_told_in_words_and_each_row_gets_its_score() throws IOException {
    Path scores = temporary.resolve("scores.csv");
    int code =
        run(
            "--in",
            file(leads(600, ",")),
            "--label",
            "结果",
            "--time",
            "创建",
            "--id",
            "编号",
            "--scores",
            scores.toString());
    assertThat(code).isZero();
    assertThat(said(out))
        .contains("AUC 0.")
        .contains("Out of time: AUC")
        .contains("签约日期 – knows the outcome")
        .contains("Calibration")
        .contains("访问次数");
    List<String> lines = Files.readAllLines(scores);
    assertThat(lines).hasSize(601);
    assertThat(lines.getFirst()).isEqualTo("编号,probability,points,reasons");
    assertThat(lines.get(1)).matches("L0,[01]\\.\\d{4},\\d+,.*");
  }

  @Test
  void chinese_readers_are_told_in_chinese() throws IOException {
    int code = run(Map.of("LANG", "zh_CN.UTF-8"), "--in", file(leads(600, ",")), "--label", "结果");
    assertThat(code).isZero();
    assertThat(said(out)).contains("剔除的列").contains("交叉验证").contains("评分卡");
  }

  @Test
  void too_few_rows_have_an_exit_code_of_their_own_and_no_figure() throws IOException {
    int code = run("--in", file(leads(80, ",")), "--label", "结果", "--format", "json");
    assertThat(code).isEqualTo(Shell.NOT_ENOUGH_DATA);
    JsonNode json = Server.JSON.readTree(said(out));
    assertThat(json.get("auc").isNull()).isTrue();
    assertThat(json.get("not_enough_data").get("rows").asInt()).isEqualTo(80);
    assertThat(said(err)).contains("Not enough data");
  }

  @Test
  void what_cannot_be_done_is_said() throws IOException {
    String leads = file(leads(300, ","));
    assertThat(run("--in", leads, "--label", "没有")).isEqualTo(Shell.FAILED);
    assertThat(said(err)).contains("来源, 访问次数");
    assertThat(run("--in", leads, "--label", "访问次数")).isEqualTo(Shell.FAILED);
    assertThat(said(err)).contains("--positive");
    assertThat(run("--in", leads, "--label", "结果", "--time", "来源")).isEqualTo(Shell.FAILED);
    assertThat(run("--label", "结果")).isEqualTo(Shell.WRONG_USE);
    assertThat(run("--in", leads, "--label", "结果", "--seed", "x")).isEqualTo(Shell.WRONG_USE);
    assertThat(run("--in", temporary.resolve("no.csv").toString(), "--label", "a"))
        .isEqualTo(Shell.FAILED);
    Path empty = Files.writeString(temporary.resolve("empty.csv"), "");
    assertThat(run("--in", empty.toString(), "--label", "a")).isEqualTo(Shell.FAILED);
    Path header = Files.writeString(temporary.resolve("header.csv"), "a,b\n");
    assertThat(run("--in", header.toString(), "--label", "a")).isEqualTo(Shell.FAILED);
  }

  private String file(String text) throws IOException {
    return Files.writeString(temporary.resolve("leads.csv"), text).toString();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.asString()));
    return texts;
  }

  private int run(String... arguments) {
    return run(Map.of(), arguments);
  }

  private int run(Map<String, String> environment, String... arguments) {
    List<String> all = new ArrayList<>(List.of("score-train"));
    all.addAll(List.of(arguments));
    return new Shell(environment, stream(out), stream(err)).run(all);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String said(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
