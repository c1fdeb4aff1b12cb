package io.leadwell.kernel.companies;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The domain of a firm, out of a mailbox or a web address. Free mail belongs to nobody's firm. */
public final class MailDomain {

  private static final Set<String> FREE =
      WordList.lines("free-mail.txt").stream()
          .flatMap(line -> WordList.words(line).stream())
          .collect(Collectors.toUnmodifiableSet());

  /** Under these, firms register a level deeper: acme.com.cn. */
  private static final Set<String> SECOND_LEVELS =
      Set.of("com", "net", "org", "gov", "edu", "ac", "co", "or", "ne", "go", "gob", "mil", "idv");

  private MailDomain() {}

  /**
   * The registered domain, lower case, such as acme.com.cn; null for free mail and for nonsense.
   */
  public static @Nullable String ofFirm(String addressOrHost) {
    String host = addressOrHost.strip().toLowerCase(Locale.ROOT);
    host = host.substring(host.lastIndexOf('@') + 1).replaceFirst("^[a-z]+://", "");
    host = host.replaceFirst("[/:?#].*$", "").replaceFirst("\\.$", "");
    if (!host.matches("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+") || host.matches("[0-9.]+")) {
      return null;
    }
    String domain = registered(host);
    return FREE.contains(domain) || FREE.contains(host) ? null : domain;
  }

  private static String registered(String host) {
    String[] labels = host.split("\\.");
    int n = labels.length;
    boolean deeper = n >= 3 && labels[n - 1].length() == 2 && SECOND_LEVELS.contains(labels[n - 2]);
    int kept = deeper ? 3 : 2;
    return String.join(".", Arrays.copyOfRange(labels, n - kept, n));
  }
}
