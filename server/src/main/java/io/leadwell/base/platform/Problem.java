package io.leadwell.base.platform;

import java.util.List;

/** A broken promise with a code; one place turns it into problem+json in the caller's language. */
public final class Problem extends RuntimeException {

  /** A field of the request and what is wrong with it: {@code code} names the text. */
  public record Field(String field, String code, List<Object> arguments) {}

  private final ProblemCode code;
  private final transient List<Object> arguments;
  private final transient List<Field> fields;

  public Problem(ProblemCode code, Object... arguments) {
    this(code, List.of(arguments), List.of());
  }

  public Problem(ProblemCode code, List<Object> arguments, List<Field> fields) {
    super(code.name() + (arguments.isEmpty() ? "" : " " + arguments));
    this.code = code;
    this.arguments = List.copyOf(arguments);
    this.fields = List.copyOf(fields);
  }

  public static Problem field(ProblemCode code, String field, String text, Object... arguments) {
    return new Problem(code, List.of(), List.of(new Field(field, text, List.of(arguments))));
  }

  public ProblemCode code() {
    return code;
  }

  public List<Object> arguments() {
    return arguments;
  }

  public List<Field> fields() {
    return fields;
  }
}
