package io.leadwell.kernel.matching;

import java.util.Set;

/** Whose a mailbox is: a person's, a firm's common one, or one of a provider where all get one. */
final class Mailbox {

  /** Mailboxes of a firm, not of a person. */
  private static final Set<String> ROLES =
      Set.of(
          "info",
          "sales",
          "hr",
          "admin",
          "office",
          "contact",
          "service",
          "support",
          "marketing",
          "webmaster",
          "postmaster",
          "hello",
          "mail",
          "enquiry",
          "enquiries",
          "inquiry",
          "test",
          "noreply",
          "no-reply",
          "kefu",
          "zhaopin",
          "shichang",
          "xiaoshou");

  private static final Set<String> FREE_MAIL =
      Set.of(
          "qq.com",
          "163.com",
          "126.com",
          "yeah.net",
          "sina.com",
          "sina.cn",
          "sohu.com",
          "foxmail.com",
          "139.com",
          "189.cn",
          "wo.cn",
          "aliyun.com",
          "gmail.com",
          "hotmail.com",
          "outlook.com",
          "yahoo.com",
          "yahoo.cn",
          "yahoo.com.cn",
          "live.com",
          "icloud.com",
          "msn.com",
          "aol.com",
          "mail.com",
          "gmx.de",
          "gmx.net",
          "web.de",
          "proton.me",
          "protonmail.com",
          "tom.com",
          "21cn.com",
          "vip.qq.com",
          "vip.163.com");

  private Mailbox() {}

  /** The address of a person's mailbox; empty for a firm's common one and for what is none. */
  static String of(String folded) {
    String text = folded.replace(" ", "").replace("mailto:", "").replace('。', '.');
    int at = text.indexOf('@');
    if (at < 1 || at == text.length() - 1) {
      return "";
    }
    String local = text.substring(0, at);
    int plus = local.indexOf('+');
    local = plus > 0 ? local.substring(0, plus) : local;
    return ROLES.contains(local) ? "" : local + text.substring(at);
  }

  /** The part of an address or a website that names a firm; empty for free mail. */
  static String domainOf(String folded) {
    String text = folded.replace(" ", "");
    text = text.substring(text.lastIndexOf('@') + 1);
    text = text.replaceFirst("^[a-z]+://", "").replaceFirst("^www\\d?\\.", "");
    text = text.replaceFirst("[/?#:].*$", "");
    return isFree(text) ? "" : text;
  }

  /** Whether anybody gets a mailbox there. */
  static boolean isFree(String domain) {
    return FREE_MAIL.contains(domain);
  }
}
