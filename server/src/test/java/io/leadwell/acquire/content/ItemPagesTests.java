package io.leadwell.acquire.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.pages.PublicLimits;
import io.leadwell.base.workspace.Caller;
import io.leadwell.testing.OnPostgres;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnPostgres
class ItemPagesTests {

  private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";

  @Autowired private Items items;
  @Autowired private ContentFiles files;
  @Autowired private Passes passes;
  @Autowired private PublicLimits limits;
  @LocalServerPort private int port;
  private Wire wire = new Wire(0);

  @BeforeEach
  void arrive() {
    limits.forget();
    wire = new Wire(port);
  }

  private String page(String path) {
    HttpResponse<byte[]> answer = wire.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Wire.text(answer);
  }

  @Test
  void an_article_is_read_shared_and_found_without_any_script() throws Exception {
    StoredFile cover = Shelf.upload(files, PicturesTests.picture(800, 450, false, "jpeg"));
    ItemDraft draft =
        new ItemDraft(
            ItemKind.ARTICLE,
            "设备联网三步走",
            "three-steps",
            "zh-CN",
            "从采集到看板",
            "<h2>第一步</h2><p>采集</p>",
            null,
            null,
            cover.sha256(),
            false,
            List.of("工业互联网"),
            new Author(null, "周工", "特约专家", null),
            null,
            ServedStage.LEAD,
            null,
            new CallToAction("预约演示", "https://example.com/demo?a=1&b=2", null),
            Gate.NONE);
    Shelf.publish(items, draft);

    String page = page("/p/c/three-steps?utm_source=wx&lang=zh");

    String host = "http://127.0.0.1:" + port;
    assertThat(page)
        .contains("<h1>设备联网三步走</h1>", "<h2>第一步</h2>", "周工", "特约专家", "预约演示")
        .contains("<meta property=\"og:title\" content=\"设备联网三步走\">")
        .contains("<meta property=\"og:description\" content=\"从采集到看板\">")
        .contains(
            "<meta property=\"og:image\" content=\"" + host + "/p/i/" + cover.sha256() + "\">")
        .contains("<link rel=\"canonical\" href=\"" + host + "/p/c/three-steps\">")
        .contains("<meta name=\"lw:content\" content=\"设备联网三步走\">")
        .contains("href=\"https://example.com/demo?a=1&amp;b=2\"")
        .contains("<svg xmlns=");
    assertThat(page("/p?lang=zh")).contains("设备联网三步走", "/p/c/three-steps");
    assertThat(page("/p?q=%E9%87%87&lang=zh")).contains("设备联网三步走", "找到 1 条内容");
    assertThat(page("/p?q=zzz&lang=en")).contains("Nothing found");

    HttpResponse<byte[]> picture = wire.get("/p/i/" + cover.sha256());
    assertThat(Wire.header(picture, "Content-Type")).isEqualTo("image/jpeg");
    assertThat(Wire.header(picture, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(Wire.header(picture, "Content-Security-Policy")).contains("sandbox");
  }

  @Test
  void names_that_are_markup_are_text_wherever_they_stand() {
    ItemDraft draft =
        new ItemDraft(
            ItemKind.ARTICLE,
            HOSTILE,
            "hostile",
            "zh-CN",
            HOSTILE,
            "<p>字</p>" + HOSTILE,
            null,
            null,
            null,
            false,
            List.of("\"><b>标签"),
            new Author(null, HOSTILE, HOSTILE, null),
            null,
            null,
            null,
            new CallToAction(
                "\"><b>", "https://example.com/?q=\"><b>".replace("\"><b>", "%22"), null),
            Gate.NONE);
    Shelf.publish(items, draft);

    for (String path :
        new String[] {
          "/p/c/hostile", "/p", "/p?q=%22%3E%3Cscript%3E", "/p?tag=%22%3E%3Cscript%3E&lang=%22%3E"
        }) {
      String page = page(path);
      assertThat(
              page.replaceAll(
                  "<script (async )?src=\"/(p/assets/[^\"]+|c/own.js)\"( defer)?></script>", ""))
          .as(path)
          .doesNotContain("<script")
          .doesNotContain("<img src=x")
          .doesNotContain("\"><b>");
    }
    assertThat(page("/p/c/hostile")).contains("content=\"&#34;>&lt;script>");
  }

  @Test
  void drafts_and_archived_items_are_not_there_but_for_a_colleague_with_the_link() {
    Item draft =
        items.add(Shelf.at(Shelf.article("草稿", "<p>未公开</p>"), "secret-draft"), Caller.system());

    assertThat(wire.get("/p/c/secret-draft").statusCode()).isEqualTo(404);
    assertThat(wire.get("/p/c/secret-draft?preview=1.x").statusCode()).isEqualTo(404);
    Item other = items.add(Shelf.article("另一篇", "<p>字</p>"), Caller.system());
    String others = passes.previewToken(other.id());
    assertThat(wire.get("/p/c/secret-draft?preview=" + others).statusCode()).isEqualTo(404);

    String page = page("/p/c/secret-draft?preview=" + passes.previewToken(draft.id()));
    assertThat(page).contains("未公开", "noindex").doesNotContain("lw:content", "rel=\"canonical\"");

    items.publish(draft.id(), Caller.system());
    items.archive(draft.id(), Caller.system());
    assertThat(wire.get("/p/c/secret-draft").statusCode()).isEqualTo(404);
  }

  @Test
  void a_former_address_goes_on_to_the_present_one_with_all_that_was_said_in_it() {
    Item item = Shelf.publish(items, Shelf.at(Shelf.article("甲", "<p>字</p>"), "old"));
    items.change(
        item.id(),
        item.version(),
        Shelf.at(Shelf.article("甲", "<p>字</p>"), "new"),
        Caller.system());

    HttpResponse<byte[]> moved = wire.get("/p/c/old?utm_source=wx&utm_campaign=a%26b");

    assertThat(moved.statusCode()).isEqualTo(301);
    assertThat(Wire.header(moved, "Location"))
        .isEqualTo("/p/c/new?utm_source=wx&utm_campaign=a%26b");
  }

  @Test
  void addresses_that_name_nothing_are_a_page_that_says_so() {
    for (String path :
        new String[] {
          "/p/c/nothing",
          "/p/c/%2e%2e",
          "/p/c/..%2f..%2fetc%2fpasswd",
          "/p/c/%E4%B8%AD%E6%96%87",
          "/p/c/a%00b",
          "/p/c/nothing/file",
          "/p/c/nothing/beginning",
          "/p/c/nothing/download",
          "/p/i/" + "0".repeat(64),
          "/p/i/..%2f..%2fapplication.yaml",
          "/p/i/x"
        }) {
      assertThat(wire.get(path).statusCode()).as(path).isBetween(400, 404);
    }
  }

  @Test
  void the_hub_without_anything_says_so_and_takes_any_question() {
    assertThat(page("/p?lang=zh")).contains("这里还没有内容");
    for (String query :
        new String[] {
          "q=" + "%E4%B8%AD".repeat(500),
          "page=-1",
          "page=999999999999",
          "page=x",
          "kind=nothing",
          "tag=" + "%00",
          "q=%00",
          "kind=&tag=&q=&page=",
          "q=%25_%5C"
        }) {
      assertThat(wire.get("/p?" + query).statusCode()).as(query).isEqualTo(200);
    }
    assertThat(wire.get("/p?q=%ED%A0%80").statusCode()).as("no text").isLessThan(500);
  }
}
