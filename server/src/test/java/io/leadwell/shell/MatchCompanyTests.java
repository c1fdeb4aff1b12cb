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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchCompanyTests {

  private static final String FULL =
      """
      编号,企业名称
      1,中国国际航空股份有限公司
      2,中国石油化工股份有限公司
      3,"Acme Tools, Inc."
      4,中国工商银行股份有限公司
      """;

  @TempDir Path temporary;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void each_short_name_is_answered_in_the_order_of_the_file() throws IOException {
    int code = run("--names", file("s.csv", "国航\n中石化\n国航\n鑫淼焱垚\n"), "--against", full());
    assertThat(code).isZero();
    assertThat(said(out).lines().map(line -> line.replaceFirst("0\\.\\d+$", "s")))
        .containsExactly(
            "short,full,score",
            "国航,中国国际航空股份有限公司,s",
            "中石化,中国石油化工股份有限公司,s",
            "国航,中国国际航空股份有限公司,s",
            "鑫淼焱垚,,0");
    assertThat(said(err)).contains("Matched 4 names against 4 full names").contains("; 1 have");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030"})
  void files_are_read_in_both_encodings_with_and_without_header(String encoding)
      throws IOException {
    Charset charset = Charset.forName(encoding);
    Path names = temporary.resolve("s.csv");
    Path against = temporary.resolve("f.csv");
    String mark = encoding.equals("UTF-8") ? "\uFEFF" : "";
    Files.writeString(names, mark + "简称\r\n工行\r\n", charset);
    Files.writeString(against, "中国工商银行股份有限公司\n中国石油化工股份有限公司\n", charset);
    assertThat(run("--names", names.toString(), "--against", against.toString())).isZero();
    assertThat(said(out).lines().skip(1).toList().getFirst()).startsWith("工行,中国工商银行股份有限公司,0.");
  }

  @Test
  void names_with_commas_are_read_unquoted_and_printed_quoted() throws IOException {
    assertThat(run("--names", file("s.csv", "name\nAcme Tools, Inc\n"), "--against", full()))
        .isZero();
    assertThat(said(out).lines().skip(1))
        .containsExactly("\"Acme Tools, Inc\",\"Acme Tools, Inc.\",1.0000");
  }

  @Test
  void the_truth_is_compared_strictly() throws IOException {
    String truth = file("t.csv", "short,full\n国航,中国国际航空股份有限公司\n工行,中国石油化工股份有限公司\n");
    run("--names", truth, "--against", full(), "--truth", truth);
    assertThat(said(err)).contains("Compared with the truth for 2: top-1 0.5000, MRR 0.7500");
  }

  @Test
  void more_than_one_answer_and_json_on_demand() throws IOException {
    String names = file("s.csv", "工行\n");
    run("--names", names, "--against", full(), "--top", "2");
    assertThat(said(out).lines()).hasSize(3);
    out.reset();
    run("--names", names, "--against", full(), "--top", "2", "--format", "json");
    assertThat(Server.JSON.readTree(said(out)).path(0).path("full").asString())
        .isEqualTo("中国工商银行股份有限公司");
    assertThat(Server.JSON.readTree(said(out)).path(0).path("others")).hasSize(1);
  }

  @Test
  void pairs_are_told_apart() throws IOException {
    String pairs =
        file("p.csv", "left,right,same\n上海华信科技有限公司,上海華信科技有限责任公司,1\n上海华信科技有限公司,上海华信科技有限公司杭州分公司,0\n");
    assertThat(run("--pairs", pairs)).isZero();
    assertThat(said(out).lines().map(line -> line.substring(line.lastIndexOf(',') + 1)))
        .containsExactly("relation", "same", "head_of");
    assertThat(said(err)).contains("2 pairs: F1 1.0000");
  }

  @Test
  void what_cannot_be_done_is_said() throws IOException {
    String names = file("s.csv", "国航\n");
    assertThat(run("--names", names)).isEqualTo(Shell.WRONG_USE);
    assertThat(run("--names", names, "--against", full(), "--top", "0")).isEqualTo(Shell.WRONG_USE);
    assertThat(run("--names", temporary.resolve("none.csv").toString(), "--against", full()))
        .isEqualTo(Shell.FAILED);
    assertThat(run("--names", file("u.csv", "a,b\n1,2\n"), "--against", full()))
        .isEqualTo(Shell.FAILED);
    assertThat(run("--names", full(), "--against", full(), "--column", "x"))
        .isEqualTo(Shell.FAILED);
    assertThat(run("--names", file("e.csv", ""), "--against", full())).isEqualTo(Shell.FAILED);
    assertThat(said(err).lines())
        .anyMatch(line -> line.startsWith("Name both files"))
        .anyMatch(line -> line.contains("--top takes a whole number"))
        .anyMatch(line -> line.contains("does not exist"))
        .anyMatch(line -> line.contains("Its columns: a, b"))
        .anyMatch(line -> line.contains("no column 'x'"))
        .anyMatch(line -> line.contains("The file is empty"));
    assertThat(said(out)).isEmpty();
  }

  private String full() throws IOException {
    return file("full.csv", FULL);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(temporary.resolve(name), content).toString();
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("match-company"));
    all.addAll(List.of(arguments));
    return new Shell(
            Map.of("LANG", "en_GB.UTF-8"),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(all);
  }

  private static String said(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
