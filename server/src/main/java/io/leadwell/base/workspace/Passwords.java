package io.leadwell.base.workspace;

import io.leadwell.base.platform.Problem;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords and refuses the poor ones. */
@Component
class Passwords {

  /**
   * The one place that says how long a password is; forms are told. NIST SP 800-63B and OWASP ASVS
   * ask for eight at the least and for no rules about signs; ten costs a guesser some thousand
   * times as much.
   */
  static final PasswordLength LENGTH = new PasswordLength(10, 128);

  private final PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 47104, 1);

  /** Each hash takes 46 MiB; two at a time bound the memory whatever number of people sign in. */
  private final Semaphore memory = new Semaphore(2);

  private final String nobody = encoder.encode("nobody's password");

  String hash(String password) {
    return inTurn(() -> encoder.encode(password));
  }

  /** Takes as long for a stranger as for a member. */
  boolean matches(String password, @Nullable String hash) {
    boolean same =
        inTurn(() ->
            encoder.matches(
                length(password) > LENGTH.longest() ? "" : password, hash == null ? nobody : hash));
    return same && hash != null;
  }

  /** Refuses a password that is too short, too long, widely used, or the member's own name. */
  void check(String password, String field, String name, @Nullable String email) {
    String text = weakness(password, name, email);
    if (text != null) {
      throw Problem.field(
          WorkspaceProblem.INVALID_MEMBER, field, text, LENGTH.shortest(), LENGTH.longest());
    }
  }

  private static @Nullable String weakness(String password, String name, @Nullable String email) {
    if (length(password) < LENGTH.shortest()) {
      return "workspace.passwordTooShort";
    }
    if (length(password) > LENGTH.longest()) {
      return "workspace.passwordTooLong";
    }
    if (CommonPasswords.isAbout(password, name)
        || email != null && CommonPasswords.isAbout(password, email)) {
      return "workspace.passwordIsName";
    }
    return CommonPasswords.has(password) ? "workspace.passwordCommon" : null;
  }

  /** As people count: a sign outside the basic plane is one. */
  private static int length(String password) {
    return password.codePointCount(0, password.length());
  }

  private <T> T inTurn(Supplier<T> work) {
    memory.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      memory.release();
    }
  }
}
