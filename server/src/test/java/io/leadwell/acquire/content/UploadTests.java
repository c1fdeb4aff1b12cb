package io.leadwell.acquire.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.platform.DataFolder;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Keys;
import io.leadwell.base.workspace.MoneyUnit;
import io.leadwell.base.workspace.Role;
import io.leadwell.base.workspace.Workspaces;
import io.leadwell.testing.OnPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnPostgres
class UploadTests {

  private static final String FILES = "/api/v1/content/files";
  private static final byte[] SCRIPT = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

  @Autowired private Workspaces workspaces;
  @Autowired private Keys keys;
  @Autowired private DataFolder data;
  @Autowired private JsonMapper json;
  @LocalServerPort private int port;
  private Wire wire = new Wire(0);

  @BeforeEach
  void signIn() {
    workspaces.open("云帆科技", MoneyUnit.WAN, false);
    wire = as(Role.MARKETER);
  }

  private Wire as(Role role) {
    String key = keys.create("script", role, null, Caller.system()).secret();
    return new Wire(port).with("Authorization", "Bearer " + key);
  }

  private JsonNode taken(byte[] content) {
    HttpResponse<byte[]> answer = wire.upload(FILES, "文件.pdf", content);
    assertThat(answer.statusCode()).as(Wire.text(answer)).isEqualTo(201);
    return json.readTree(Wire.text(answer));
  }

  private String refused(byte[] content) {
    HttpResponse<byte[]> answer = wire.upload(FILES, "文件.pdf", content);
    assertThat(answer.statusCode()).as(Wire.text(answer)).isBetween(400, 422);
    return json.readTree(Wire.text(answer)).path("code").asString();
  }

  private List<Path> stored() throws IOException {
    try (Stream<Path> tree = Files.walk(data.folder("files/content"))) {
      return tree.filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith(".pdfbox"))
          .toList();
    }
  }

  @Test
  void each_kind_is_known_by_what_is_in_it() throws IOException {
    assertThat(taken(Papers.pages(4)).path("pages").asInt()).isEqualTo(4);
    assertThat(taken(Films.mp4(75, 5, false)).path("seconds").asInt()).isEqualTo(75);
    assertThat(taken(Films.webm(9, false)).path("mediaType").asString()).isEqualTo("video/webm");
    JsonNode picture = taken(PicturesTests.picture(320, 200, false, "png"));
    assertThat(picture.path("width").asInt()).isEqualTo(320);
    assertThat(picture.path("mediaType").asString()).isEqualTo("image/jpeg");
  }

  @Test
  void what_is_none_of_them_is_refused_whatever_it_is_called() {
    for (byte[] content :
        new byte[][] {
          SCRIPT,
          "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"
              .getBytes(StandardCharsets.UTF_8),
          "<?xml version=\"1.0\"?><svg/>".getBytes(StandardCharsets.UTF_8),
          "GIF89a/*<script>*/".getBytes(StandardCharsets.UTF_8),
          "MZ\u0090\u0000".getBytes(StandardCharsets.ISO_8859_1),
          "PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1),
          "\n%PDF-1.7\n%%EOF".getBytes(StandardCharsets.UTF_8),
          {0}
        }) {
      assertThat(refused(content)).isEqualTo("contentFileUnknown");
    }
    assertThat(refused(new byte[0])).isEqualTo("contentFileEmpty");
  }

  @Test
  void a_file_that_is_two_things_at_once_is_served_as_the_one_it_was_taken_for() {
    byte[] film = Films.join(Films.mp4(5, 1, true));
    // A box that players skip, with a page in it.
    byte[] free =
        Films.join(new byte[] {0, 0, 0, (byte) (SCRIPT.length + 8), 'f', 'r', 'e', 'e'}, SCRIPT);
    JsonNode polyglot = taken(Films.join(film, free));
    HttpResponse<byte[]> served =
        wire.get(FILES + "/" + polyglot.path("sha256").asString() + "/bytes");
    assertThat(Wire.header(served, "Content-Type")).isEqualTo("video/mp4");
    assertThat(Wire.header(served, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(Wire.header(served, "Content-Disposition")).startsWith("attachment");

    byte[] paper = Films.join(Papers.pages(1), SCRIPT, "\n%%EOF".getBytes(StandardCharsets.UTF_8));
    HttpResponse<byte[]> answer = wire.upload(FILES, "x.html", paper);
    if (answer.statusCode() == 201) {
      String hash = json.readTree(Wire.text(answer)).path("sha256").asString();
      HttpResponse<byte[]> page = wire.get(FILES + "/" + hash + "/bytes");
      assertThat(Wire.header(page, "Content-Type")).isEqualTo("application/pdf");
      assertThat(Wire.header(page, "Content-Disposition")).startsWith("attachment");
    }
  }

  @Test
  void what_lost_its_end_is_refused_as_such() {
    byte[] film = Films.mp4(20, 4, true);
    assertThat(refused(Arrays.copyOf(film, film.length - 700))).isEqualTo("contentFileCutOff");
    byte[] paper = Papers.pages(8);
    assertThat(refused(Arrays.copyOf(paper, paper.length - 300))).isEqualTo("contentFileCutOff");
  }

  @Test
  void a_file_longer_than_its_kind_may_be_is_refused() {
    byte[] picture = new byte[16 * 1024 * 1024];
    picture[0] = (byte) 0xff;
    picture[1] = (byte) 0xd8;
    picture[2] = (byte) 0xff;

    HttpResponse<byte[]> answer = wire.upload(FILES, "x.jpg", picture);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(Wire.text(answer)).contains("15");
  }

  @Test
  void no_name_leads_anywhere_and_nothing_of_a_refused_file_stays(@TempDir Path outside)
      throws IOException {
    List<Path> before = stored();
    Path owned = outside.resolve("owned").toAbsolutePath();
    for (String name :
        new String[] {
          data.path().toAbsolutePath().relativize(owned).toString(),
          "../".repeat(20) + owned,
          owned.toString(),
          "..\\..\\owned",
          "a\u0000b.pdf",
          "CON",
          ".."
        }) {
      byte[] content = Papers.pages(1);
      HttpResponse<byte[]> answer = wire.upload(FILES, name, content);
      assertThat(answer.statusCode()).as(name).isIn(201, 400, 422);
    }
    assertThat(owned).doesNotExist();
    for (Path file : stored()) {
      assertThat(file.getFileName().toString()).matches("[0-9a-f]{64}(\\.first-\\d+)?");
    }

    int files = stored().size();
    refused(SCRIPT);
    refused(Arrays.copyOf(Papers.pages(2), 400));
    assertThat(stored()).hasSize(files).containsAll(before);
  }

  @Test
  void only_those_who_edit_content_upload_it() {
    assertThat(new Wire(port).upload(FILES, "x.pdf", Papers.pages(1)).statusCode()).isIn(401, 403);
    assertThat(as(Role.EXECUTIVE).upload(FILES, "x.pdf", Papers.pages(1)).statusCode())
        .isEqualTo(403);
  }
}
