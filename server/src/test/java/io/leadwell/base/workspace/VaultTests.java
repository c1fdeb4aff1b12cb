package io.leadwell.base.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.DataFolder;
import io.leadwell.base.platform.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTests {

  private static final String SECRET = "Kx8-密钥_9f";

  @TempDir Path folder = Path.of(".");

  private Vault vault() {
    return new Vault(new DataFolder(folder));
  }

  private Path keyFile() {
    return folder.resolve("secrets.key");
  }

  private static void refused(Vault vault, String sealed, String purpose) {
    assertThatThrownBy(() -> vault.open(sealed, purpose))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.code()).isEqualTo(WorkspaceProblem.SECRET_UNREADABLE));
  }

  @Test
  void what_is_sealed_opens_again_also_after_a_restart() {
    String sealed = vault().seal(SECRET, "crm.secret");
    assertThat(sealed).doesNotContain(SECRET);
    assertThat(vault().open(sealed, "crm.secret")).isEqualTo(SECRET);
    assertThat(vault().open(vault().seal("", "crm.secret"), "crm.secret")).isEmpty();
  }

  @Test
  void one_secret_sealed_twice_does_not_look_the_same() {
    Vault vault = vault();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      seen.add(vault.seal(SECRET, "crm.secret"));
    }
    assertThat(seen).hasSize(1_000);
  }

  @Test
  void a_sealed_secret_is_of_no_use_in_another_place() {
    String sealed = vault().seal(SECRET, "crm.secret");
    refused(vault(), sealed, "crm.token");
  }

  @Test
  void every_altered_character_is_noticed() {
    Vault vault = vault();
    String sealed = vault.seal(SECRET, "crm.secret");
    for (int i = 0; i < sealed.length(); i++) {
      // The last character carries bits that base64 does not use.
      char other = sealed.charAt(i) == 'A' ? 'Q' : 'A';
      refused(vault, sealed.substring(0, i) + other + sealed.substring(i + 1), "crm.secret");
    }
    refused(vault, "", "crm.secret");
    refused(vault, "v1.", "crm.secret");
    refused(vault, SECRET, "crm.secret");
  }

  @Test
  void without_its_key_a_secret_is_lost_and_said_to_be() throws IOException {
    String sealed = vault().seal(SECRET, "crm.secret");
    String key = Files.readString(keyFile());
    Files.delete(keyFile());
    refused(vault(), sealed, "crm.secret");
    Vault other = vault();
    other.seal("another", "crm.secret");
    refused(other, sealed, "crm.secret");
    Files.writeString(keyFile(), key);
    assertThat(vault().open(sealed, "crm.secret")).isEqualTo(SECRET);
  }

  @Test
  void a_damaged_key_file_is_never_overwritten() throws IOException {
    Files.writeString(keyFile(), "half a ke");
    Vault vault = vault();
    assertThatThrownBy(() -> vault.seal(SECRET, "crm.secret")).isInstanceOf(Problem.class);
    assertThat(keyFile()).hasContent("half a ke");
  }

  @Test
  void nobody_else_may_read_the_key() throws IOException {
    vault().seal(SECRET, "crm.secret");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
        .isEqualTo("rw-------");
  }

  @Test
  void eight_at_once_make_one_key() throws Exception {
    Vault vault = vault();
    CyclicBarrier together = new CyclicBarrier(8);
    List<Callable<String>> tasks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      tasks.add(() -> {
        together.await();
        return vault.seal(SECRET, "crm.secret");
      });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<String> sealed : threads.invokeAll(tasks)) {
        assertThat(vault().open(sealed.get(), "crm.secret")).isEqualTo(SECRET);
      }
    }
  }
}
