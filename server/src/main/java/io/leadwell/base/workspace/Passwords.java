package io.leadwell.base.workspace;

import io.leadwell.base.platform.Problem;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords and refuses the poor ones. */
@Component
class Passwords {

  private static final int SHORTEST = 8;
  private static final int LONGEST = 128;

  /** What guessers try first, among those of eight characters and more. */
  private static final Set<String> COMMON =
      Set.of(
          "12345678",
          "123456789",
          "1234567890",
          "password",
          "password1",
          "password123",
          "passw0rd",
          "p@ssw0rd",
          "qwertyuiop",
          "qwerty123",
          "1q2w3e4r",
          "1q2w3e4r5t",
          "1qaz2wsx",
          "qazwsxedc",
          "iloveyou",
          "11111111",
          "00000000",
          "88888888",
          "66666666",
          "12341234",
          "123123123",
          "87654321",
          "987654321",
          "abc12345",
          "abcd1234",
          "admin123",
          "admin1234",
          "admin888",
          "administrator",
          "welcome1",
          "letmein1",
          "sunshine",
          "princess",
          "football",
          "baseball",
          "superman",
          "trustno1",
          "zaq12wsx",
          "asdfghjkl",
          "asdf1234",
          "a1234567",
          "a12345678",
          "woaini1314",
          "woaini520",
          "5201314520",
          "13145200",
          "zxcvbnm123",
          "qq123456",
          "wang1234",
          "leadwell",
          "leadwell1",
          "leadwell123",
          "changeme",
          "computer",
          "internet",
          "whatever");

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
                password.length() > LONGEST ? "" : password, hash == null ? nobody : hash));
    return same && hash != null;
  }

  /** Refuses a password that is too short, too long, widely used, or the member's own name. */
  void check(String password, String field, String name, @Nullable String email) {
    String text = weakness(password, name, email);
    if (text != null) {
      throw Problem.field(WorkspaceProblem.INVALID_MEMBER, field, text, SHORTEST, LONGEST);
    }
  }

  private static @Nullable String weakness(String password, String name, @Nullable String email) {
    if (password.length() < SHORTEST) {
      return "workspace.passwordTooShort";
    }
    if (password.length() > LONGEST) {
      return "workspace.passwordTooLong";
    }
    String folded = password.toLowerCase(Locale.ROOT);
    if (COMMON.contains(folded) || folded.chars().distinct().count() == 1) {
      return "workspace.passwordCommon";
    }
    boolean own =
        folded.equals(name.strip().toLowerCase(Locale.ROOT))
            || (email != null && folded.equals(email.strip().toLowerCase(Locale.ROOT)));
    return own ? "workspace.passwordIsName" : null;
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
