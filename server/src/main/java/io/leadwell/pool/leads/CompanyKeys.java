package io.leadwell.pool.leads;

import io.leadwell.kernel.companies.CompanyName;
import io.leadwell.kernel.matching.Folding;
import java.util.stream.Stream;

/** By what the pool knows a company. */
final class CompanyKeys {

  private CompanyKeys() {}

  /**
   * Equal for spellings of one name, traditional and simplified, 有限责任公司 and 有限公司 among them. A name
   * of punctuation alone has no key of letters; then it stands for itself.
   */
  static String of(String name) {
    String key = CompanyName.keyOf(name);
    return key.isEmpty() ? Folding.fold(name) : key;
  }

  /**
   * The key, and the one that the name had before keys saw through traditional characters and the
   * spellings of legal forms: companies of then are still known by it.
   */
  static Stream<String> all(String name) {
    String former = Folding.key(name);
    return former.isEmpty() ? Stream.of(of(name)) : Stream.of(of(name), former).distinct();
  }
}
