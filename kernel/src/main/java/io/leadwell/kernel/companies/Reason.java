package io.leadwell.kernel.companies;

import java.util.List;

/**
 * A line of the account why two names are taken for one company or for two.
 *
 * @param code what was found, such as {@code core.equal}; texts are kept by code elsewhere
 * @param arguments the words it was found in, of the left name first
 * @param bits what it adds to the sum: log2 of how much likelier it makes one company, negative
 *     where it speaks against
 */
public record Reason(String code, List<String> arguments, double bits) {

  public Reason {
    arguments = List.copyOf(arguments);
  }

  static Reason of(String code, double bits, String... arguments) {
    return new Reason(code, List.of(arguments), bits);
  }

  Reason reversed() {
    return new Reason(code, arguments.reversed(), bits);
  }
}
