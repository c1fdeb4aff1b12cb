package io.leadwell.acquire.events;

import static io.leadwell.acquire.events.EventWorld.WHO;
import static io.leadwell.acquire.events.EventWorld.registered;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.leadwell.acquire.capture.FormWorld;
import io.leadwell.base.workspace.Keys;
import io.leadwell.base.workspace.Role;
import io.leadwell.nurture.messaging.Smtp;
import io.leadwell.nurture.messaging.SmtpSettings;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What a guest types runs nowhere: not in a page, not in a mail, not in a spreadsheet. */
@OnPostgres
@Import({FormWorld.class, EventWorld.class})
class HostileGuestsTests {

  private static final int PATIENCE_MS = 30_000;
  private static final String SCRIPT = "<script>alert(1)</script>";
  private static final List<String> FORMULAS =
      List.of("=HYPERLINK(\"evil\")", "+1+cmd|x", "-1+1", "@SUM(1)", "\t=1+1");

  @Autowired private EventWorld world;
  @Autowired private SmtpSettings smtp;
  @Autowired private Keys keys;
  @LocalServerPort private int port;

  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @BeforeEach
  void open() {
    world.open();
  }

  @AfterEach
  void close() {
    mail.stop();
    world.close();
  }

  @Test
  void a_script_for_a_name_is_text_on_the_ticket_and_in_the_mail() throws Exception {
    mail.start();
    smtp.save(
        new Smtp.Draft(
            "127.0.0.1",
            mail.getSmtp().getPort(),
            Smtp.Security.NONE,
            null,
            null,
            "events@dataflow.cn",
            "云帆科技",
            true),
        WHO);
    world.published("open-day", 9);
    String ticket = registered(port, "open-day", world.guest(SCRIPT + "\r\nBcc: all@example.com"));
    Browser.Answer page = FormWorld.from(port, "10.8.1.1").get("!" + ticket);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).doesNotContain(SCRIPT).contains("&lt;script");
    assertThat(mail.waitForIncomingEmail(PATIENCE_MS, 1)).isTrue();
    MimeMessage sent = mail.getReceivedMessages()[0];
    assertThat(sent.getAllRecipients()).hasSize(1);
    assertThat(sent.getHeader("Bcc")).isNull();
    assertThat(html(sent.getContent())).doesNotContain("<script").contains("&lt;script");
  }

  @Test
  void formulas_are_text_in_every_list_that_goes_out() throws Exception {
    Event event = world.published("open-day", 9);
    for (String formula : FORMULAS) {
      Map<String, List<String>> guest = world.guest(formula);
      guest.put("company", List.of(formula + "有限公司"));
      assertThat(registered(port, "open-day", guest)).startsWith("/p/e/");
    }
    String key = keys.create("script", Role.ADMIN, null, WHO).secret();
    Browser browser = new Browser(port).with("Authorization", "Bearer " + key);
    for (String list :
        List.of(
            "/leads/export?",
            "/submissions/export?",
            "/events/" + event.id() + "/attendees/export?")) {
      Browser.Answer csv = browser.get(list + "format=csv");
      assertThat(csv.status()).as(list).isEqualTo(200);
      assertThat(csv.text()).as(list).contains("'=HYPERLINK", "'+1+cmd", "'-1+1", "'@SUM");
      assertThat(csv.text()).as(list).doesNotContainPattern("(?m)(^|,)\"?\\s*[=+@-][A-Z1]");
      assertThat(cells(list + "format=xlsx", key))
          .as(list)
          .noneMatch(cell -> cell.getType() == CellType.FORMULA)
          .anyMatch(cell -> cell.getText().startsWith("=HYPERLINK"));
    }
  }

  private List<Cell> cells(String path, String key) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
            .header("Authorization", "Bearer " + key)
            .build();
    byte[] file =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      return book.getFirstSheet().read().stream()
          .flatMap(Row::stream)
          .filter(java.util.Objects::nonNull)
          .toList();
    }
  }

  private static String html(Object content) throws Exception {
    StringBuilder text = new StringBuilder();
    if (content instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart part = parts.getBodyPart(i);
        if (part.isMimeType("multipart/*")) {
          text.append(html(part.getContent()));
        } else if (part.isMimeType("text/html")) {
          text.append(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return text.toString();
  }
}
