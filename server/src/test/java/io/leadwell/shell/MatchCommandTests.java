package io.leadwell.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.kernel.matching.Column;
import io.leadwell.kernel.samples.Dirty;
import io.leadwell.kernel.samples.DirtyLeads;
import io.leadwell.kernel.samples.DirtyRegister;
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
import tools.jackson.databind.JsonNode;

class MatchCommandTests {

  private static final Dirty REGISTER = DirtyRegister.of(600, 3, 0.1, 31);

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void a_csv_is_deduped_and_judged_by_the_column_that_knows() throws Exception {
    String file = register("people.csv", StandardCharsets.UTF_8, ", ");
    assertThat(run("match", "--in", file, "--truth-column", "person", "--format", "json")).isZero();
    JsonNode answer = json();
    assertThat(answer.path("records").asInt()).isEqualTo(REGISTER.rows().size());
    assertThat(answer.path("f1").asDouble()).isGreaterThan(0.95);
    assertThat(answer.path("b3").path("f1").asDouble()).isGreaterThan(0.95);
    assertThat(answer.path("fields").get(0).path("levels").get(0).path("level").asString())
        .isEqualTo("equal");
    assertThat(answer.path("clusters").size()).isEqualTo(answer.path("clusterCount").asInt());
    JsonNode pair = answer.path("pairs").get(0);
    double sum = 0;
    for (JsonNode reason : pair.path("reasons")) {
      sum += reason.path("weight").asDouble();
    }
    assertThat(sum).isCloseTo(pair.path("weight").asDouble(), within(0.01));
    assertThat(said(err)).contains("birth_date → birth_date").doesNotContain("person →");
  }

  @Test
  void fields_may_be_said_either_way_round_and_pairs_may_be_the_truth() throws Exception {
    String file = register("people.csv", StandardCharsets.UTF_8, ",");
    String fields = "given=first_name,last_name=surname,dob=dob,birth_place,postcode=postcode_fake";
    Path renamed = folder.resolve("renamed.csv");
    Files.writeString(
        renamed,
        Files.readString(Path.of(file))
            .replace("given_name", "given")
            .replace("birth_date", "dob"));
    assertThat(
            run(
                "match",
                "--in",
                renamed.toString(),
                "--fields",
                fields,
                "--truth",
                pairs(),
                "--format",
                "json",
                "--summary",
                "--clusters",
                folder.resolve("c.csv").toString(),
                "--pairs",
                folder.resolve("p.csv").toString()))
        .isZero();
    JsonNode answer = json();
    assertThat(answer.path("f1").asDouble()).isGreaterThan(0.9);
    assertThat(answer.has("clusters")).isFalse();
    assertThat(Files.readAllLines(folder.resolve("c.csv"))).hasSize(REGISTER.rows().size() + 1);
    assertThat(Files.readAllLines(folder.resolve("p.csv")))
        .hasSize(answer.path("pairCount").asInt() + 1);
  }

  @Test
  void a_column_or_a_meaning_that_is_none_is_named_with_those_there_are() throws Exception {
    String file = register("people.csv", StandardCharsets.UTF_8, ",");
    assertThat(run("match", "--in", file, "--fields", "shoe=surname2")).isEqualTo(Shell.WRONG_USE);
    assertThat(said(err)).contains("'shoe'", "given_name, surname, birth_date");
    assertThat(run("match", "--in", file, "--fields", "surname=shoe")).isEqualTo(Shell.WRONG_USE);
    assertThat(said(err)).contains("'shoe'", "birth_date", "job_title");
    assertThat(run("match", "--in", file, "--threshold", "2")).isEqualTo(Shell.WRONG_USE);
    assertThat(run("match")).isEqualTo(Shell.WRONG_USE);
    assertThat(run("match", "--in", folder.resolve("none.csv").toString())).isEqualTo(Shell.FAILED);
  }

  @Test
  void two_files_are_linked_across_only() throws Exception {
    List<String> first = new ArrayList<>(List.of(header("id")));
    List<String> second = new ArrayList<>(List.of(header("id")));
    int last = -1;
    for (int i = 0; i < REGISTER.rows().size(); i++) {
      boolean again = REGISTER.truth()[i] == last;
      last = REGISTER.truth()[i];
      (again ? second : first).add(line("r" + i, i, ","));
    }
    Path a = Files.write(folder.resolve("a.csv"), first);
    Path b = Files.write(folder.resolve("b.csv"), second);
    assertThat(run("match", "--in", a.toString(), "--against", b.toString(), "--format", "json"))
        .isZero();
    List<String> here = first.stream().map(line -> line.split(",")[0]).toList();
    for (JsonNode cluster : json().path("clusters")) {
      assertThat(cluster.size()).isEqualTo(2);
      assertThat(here.contains(cluster.get(0).asString()))
          .isNotEqualTo(here.contains(cluster.get(1).asString()));
    }
  }

  @Test
  void chinese_names_are_matched_by_how_they_sound_in_any_encoding() throws Exception {
    List<String> lines = new ArrayList<>(List.of("编号,姓名,手机,公司"));
    Dirty leads = DirtyLeads.of(400, 32);
    for (int i = 0; i < leads.rows().size(); i++) {
      String[] row = leads.rows().get(i);
      lines.add(i + "," + row[0].replace(",", "") + "," + row[2] + "," + row[4].replace(",", ""));
    }
    lines.add("x1,欧阳靖宇,13911112222,上海远景仪器有限公司");
    lines.add("x2,歐陽靜宇,13911112222,");
    lines.add("x3,ouyang jingyu,13911112222,上海远景");
    Path file = folder.resolve("leads.csv");
    Files.write(file, lines, Charset.forName("GB18030"));
    assertThat(run("match", "--in", file.toString(), "--format", "json")).isZero();
    List<String> clusters = new ArrayList<>();
    json().path("clusters").forEach(cluster -> clusters.add(cluster.toString()));
    assertThat(clusters).contains("[\"x1\",\"x2\",\"x3\"]");
  }

  private static org.assertj.core.data.Offset<Double> within(double some) {
    return org.assertj.core.data.Offset.offset(some);
  }

  private String register(String name, Charset charset, String comma) throws IOException {
    List<String> lines = new ArrayList<>(List.of(header("id" + comma + "person")));
    for (int i = 0; i < REGISTER.rows().size(); i++) {
      lines.add(line("r" + i + comma + REGISTER.truth()[i], i, comma));
    }
    return Files.write(folder.resolve(name), lines, charset).toString();
  }

  private static String header(String first) {
    return first + "," + String.join(",", REGISTER.schema().stream().map(Column::name).toList());
  }

  private static String line(String first, int i, String comma) {
    return first + comma + String.join(comma, REGISTER.rows().get(i));
  }

  private String pairs() throws IOException {
    List<String> lines = new ArrayList<>(List.of("one,other"));
    int[] truth = REGISTER.truth();
    for (int i = 0; i < truth.length; i++) {
      for (int j = i + 1; j < truth.length && truth[j] == truth[i]; j++) {
        lines.add("r" + j + ",r" + i);
      }
    }
    return Files.write(folder.resolve("pairs.csv"), lines).toString();
  }

  private JsonNode json() {
    return Server.JSON.readTree(said(out));
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new Shell(Map.of("LANG", "en"), to, errors).run(List.of(arguments));
  }

  private static String said(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
