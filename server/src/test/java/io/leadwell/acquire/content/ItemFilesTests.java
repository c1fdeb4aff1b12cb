package io.leadwell.acquire.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.pages.PublicLimits;
import io.leadwell.base.workspace.Caller;
import io.leadwell.testing.OnPostgres;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnPostgres
class ItemFilesTests {

  private static final UUID FORM = UUID.randomUUID();
  private static final Pattern COOKIE = Pattern.compile("lw_p=([^;]+)");
  private static final Pattern PASS = Pattern.compile("pass=([^\"&]+)");

  @Autowired private Items items;
  @Autowired private ContentFiles files;
  @Autowired private Passes passes;
  @Autowired private Registrations registrations;
  @Autowired private Signatures signatures;
  @Autowired private DSLContext dsl;
  @Autowired private PublicLimits limits;
  @LocalServerPort private int port;
  private Wire wire = new Wire(0);

  @BeforeEach
  void arrive() {
    limits.forget();
    wire = new Wire(port);
  }

  private Item paper(String slug, int pages, Gate gate) {
    StoredFile pdf = Shelf.upload(files, Papers.pages(pages));
    return Shelf.publish(
        items,
        Shelf.at(Shelf.draft(ItemKind.WHITE_PAPER, "白皮书 " + slug, null, pdf.sha256(), gate), slug));
  }

  /** The cookie that a page with a gate gives. */
  private String reader(String slug) {
    return found(COOKIE, Wire.header(wire.get("/p/c/" + slug), "Set-Cookie"));
  }

  private void fill(Item item, String cookie) {
    registrations.put(
        new Registration(UUID.randomUUID(), FORM, item.id(), null, null, Instant.now()),
        passes.holder(cookie).orElseThrow());
  }

  private @Nullable String pass(String slug, String cookie) {
    String page = Wire.text(wire.get("/p/c/" + slug, "Cookie", "lw_p=" + cookie));
    Matcher pass = PASS.matcher(page);
    return pass.find() ? pass.group(1) : null;
  }

  private int status(String path, String cookie) {
    return wire.get(path, "Cookie", "lw_p=" + cookie).statusCode();
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  @Test
  void a_file_without_a_gate_comes_whole_or_in_parts_as_asked() throws Exception {
    byte[] film = Films.mp4(30, 5, true);
    StoredFile stored = Shelf.upload(files, film);
    Shelf.publish(
        items,
        Shelf.at(Shelf.draft(ItemKind.VIDEO, "视频", null, stored.sha256(), Gate.NONE), "film"));

    HttpResponse<byte[]> whole = wire.get("/p/c/film/file");
    assertThat(whole.body()).isEqualTo(film);
    assertThat(Wire.header(whole, "Content-Type")).isEqualTo("video/mp4");
    assertThat(Wire.header(whole, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(Wire.header(whole, "Content-Security-Policy")).contains("sandbox");
    assertThat(Wire.header(whole, "Accept-Ranges")).isEqualTo("bytes");

    HttpResponse<byte[]> part = wire.get("/p/c/film/file", "Range", "bytes=100-299");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(film, 100, 300));
    assertThat(Wire.header(part, "Content-Range")).isEqualTo("bytes 100-299/" + film.length);

    HttpResponse<byte[]> tail = wire.get("/p/c/film/file", "Range", "bytes=-50");
    assertThat(tail.body()).isEqualTo(Arrays.copyOfRange(film, film.length - 50, film.length));
    assertThat(wire.get("/p/c/film/file", "Range", "bytes=999999-").statusCode()).isEqualTo(416);
    assertThat(wire.get("/p/c/film/file", "Range", "bytes=x-y").statusCode()).isEqualTo(416);
    assertThat(
            wire.get("/p/c/film/file", "Range", "bytes=" + "0-1,".repeat(500) + "0-1").statusCode())
        .isEqualTo(416);
  }

  @Test
  void before_the_gate_there_is_the_beginning_of_a_film_and_no_byte_more() {
    byte[] film = Films.mp4(60, 5, true);
    StoredFile stored = Shelf.upload(files, film);
    Shelf.publish(
        items,
        Shelf.at(
            Shelf.draft(
                ItemKind.VIDEO, "视频", null, stored.sha256(), new Gate(Gate.Place.MIDDLE, 10, FORM)),
            "film"));
    int open = film.length - 49 * Films.SAMPLE;

    HttpResponse<byte[]> whole = wire.get("/p/c/film/beginning");
    assertThat(whole.body()).isEqualTo(Arrays.copyOf(film, open));
    HttpResponse<byte[]> all = wire.get("/p/c/film/beginning", "Range", "bytes=0-");
    assertThat(all.body()).isEqualTo(Arrays.copyOf(film, open));
    HttpResponse<byte[]> tail = wire.get("/p/c/film/beginning", "Range", "bytes=-100");
    assertThat(tail.body()).isEqualTo(Arrays.copyOfRange(film, open - 100, open));
    assertThat(
            wire.get("/p/c/film/beginning", "Range", "bytes=" + open + "-" + (open + 10))
                .statusCode())
        .isEqualTo(416);
    assertThat(wire.get("/p/c/film/file").statusCode()).isEqualTo(403);
  }

  @Test
  void before_the_gate_there_are_the_first_pages_and_no_other() throws Exception {
    paper("paper", 6, new Gate(Gate.Place.MIDDLE, 2, FORM));

    HttpResponse<byte[]> beginning = wire.get("/p/c/paper/beginning");

    assertThat(Wire.header(beginning, "Content-Disposition")).startsWith("attachment");
    try (PDDocument read = Loader.loadPDF(beginning.body())) {
      assertThat(read.getNumberOfPages()).isEqualTo(2);
      assertThat(new PDFTextStripper().getText(read)).contains("secret2").doesNotContain("secret3");
    }
    String page = Wire.text(wire.get("/p/c/paper"));
    assertThat(page).contains("secret2").doesNotContain("secret3").doesNotContain("/file?");
  }

  @Test
  void before_the_gate_there_are_the_first_paragraphs_and_no_other() {
    Shelf.publish(
        items,
        Shelf.at(
            Shelf.draft(
                ItemKind.ARTICLE,
                "文章",
                "<p>甲</p><p>乙</p><p>丙的秘密</p>",
                null,
                new Gate(Gate.Place.MIDDLE, 2, FORM)),
            "text"));
    String cookie = reader("text");
    Item item = items.list(ItemFilter.ALL, null, 1).items().getFirst();

    assertThat(Wire.text(wire.get("/p/c/text"))).contains("乙").doesNotContain("丙的秘密");
    fill(item, cookie);
    assertThat(Wire.text(wire.get("/p/c/text", "Cookie", "lw_p=" + cookie))).contains("丙的秘密");
    assertThat(Wire.text(wire.get("/p/c/text"))).doesNotContain("丙的秘密");
  }

  @Test
  void a_gate_opens_for_the_browser_that_filled_the_form_and_for_nobody_else() {
    Item item = paper("paper", 3, new Gate(Gate.Place.BEFORE, null, FORM));
    String cookie = reader("paper");
    String stranger = reader("paper");
    assertThat(pass("paper", cookie)).isNull();
    assertThat(wire.get("/p/c/paper/beginning").statusCode()).isEqualTo(403);

    fill(item, cookie);

    String pass = String.valueOf(pass("paper", cookie));
    String file = "/p/c/paper/file?pass=" + pass;
    assertThat(status(file, cookie)).isEqualTo(200);
    assertThat(status(file, stranger)).as("the address alone, another's cookie").isEqualTo(403);
    assertThat(wire.get(file).statusCode()).as("the address alone").isEqualTo(403);
    assertThat(status("/p/c/paper/file", cookie)).as("the cookie alone").isEqualTo(403);
    assertThat(status("/p/c/paper/file?pass=", cookie)).isEqualTo(403);
    assertThat(status("/p/c/paper/file?pass=zzzzzz." + pass.split("\\.")[1], cookie))
        .as("made to last longer")
        .isEqualTo(403);
    assertThat(status("/p/c/paper/file?pass=" + pass + "x", cookie)).isEqualTo(403);
    assertThat(status("/p/c/paper/download?pass=" + pass, cookie))
        .as("not for taking along")
        .isEqualTo(404);
    String forged = UUID.randomUUID() + cookie.substring(36);
    assertThat(passes.holder(forged)).isEmpty();
  }

  @Test
  void nobody_fills_the_same_form_twice_but_every_form_opens_its_own_gates_only() {
    Item one = paper("one", 2, new Gate(Gate.Place.BEFORE, null, FORM));
    paper("two", 3, new Gate(Gate.Place.BEFORE, null, FORM));
    paper("other", 4, new Gate(Gate.Place.BEFORE, null, UUID.randomUUID()));
    String cookie = reader("one");
    fill(one, cookie);

    assertThat(pass("two", cookie)).isNotNull();
    assertThat(pass("other", cookie)).isNull();
    String ones = pass("one", cookie);
    assertThat(status("/p/c/two/file?pass=" + ones, cookie))
        .as("an address is for one item")
        .isEqualTo(403);
  }

  @Test
  void an_address_of_a_file_is_good_for_hours_and_not_for_days() {
    Item item = paper("paper", 2, new Gate(Gate.Place.BEFORE, null, FORM));
    String cookie = reader("paper");
    fill(item, cookie);
    UUID holder = passes.holder(cookie).orElseThrow();
    String pass = passes.fileToken(item, holder);

    assertThat(later(Duration.ofHours(5)).opensFile(item, holder, pass)).isTrue();
    assertThat(later(Duration.ofHours(7)).opensFile(item, holder, pass)).isFalse();
    String preview = passes.previewToken(item.id());
    assertThat(later(Duration.ofDays(6)).opensPreview(item.id(), preview)).isTrue();
    assertThat(later(Duration.ofDays(8)).opensPreview(item.id(), preview)).isFalse();
  }

  private Passes later(Duration time) {
    return new Passes(dsl, signatures, Clock.offset(Clock.systemUTC(), time));
  }

  @Test
  void a_download_has_a_name_of_its_own_whatever_the_name_was() {
    StoredFile pdf = Shelf.upload(files, Papers.pages(1));
    ItemDraft draft =
        new ItemDraft(
            ItemKind.PARAMETER_PACKAGE,
            "参数包",
            "package",
            "zh-CN",
            null,
            null,
            pdf.sha256(),
            "C:\\Users\\x\\..\\产品参数\r\nSet-Cookie: a=b\".exe",
            null,
            true,
            java.util.List.of(),
            Author.UNKNOWN,
            null,
            null,
            null,
            CallToAction.NONE,
            Gate.NONE);
    Shelf.publish(items, draft);

    HttpResponse<byte[]> answer = wire.get("/p/c/package/download");

    String disposition = Wire.header(answer, "Content-Disposition");
    assertThat(disposition).startsWith("attachment").contains(".pdf").doesNotContain("\\", "/");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(Wire.header(answer, "Content-Type")).isEqualTo("application/pdf");
  }

  @Test
  void files_of_drafts_are_for_colleagues_with_the_link() {
    StoredFile pdf = Shelf.upload(files, Papers.pages(1));
    Item draft =
        items.add(
            Shelf.at(
                Shelf.draft(ItemKind.WHITE_PAPER, "草稿", null, pdf.sha256(), Gate.NONE), "draft"),
            Caller.system());

    assertThat(wire.get("/p/c/draft/file").statusCode()).isEqualTo(404);
    assertThat(wire.get("/p/c/draft/file?preview=" + passes.previewToken(draft.id())).statusCode())
        .isEqualTo(200);
  }
}
