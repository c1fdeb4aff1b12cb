package io.leadwell.pool.leads;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.kernel.matching.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** With LEADWELL_WRITE_MODEL=yes the model is learnt anew and written where it is shipped from. */
class LikenessModelTests {

  private static final Path SHIPPED = Path.of("src/main/resources/likeness/model.json");
  private final JsonMapper json = JsonMapper.builder().build();

  @Test
  void the_model_that_is_shipped_is_the_one_that_is_learnt() throws IOException {
    Model learnt = LikenessModel.learnt();
    if ("yes".equals(System.getenv("LEADWELL_WRITE_MODEL"))) {
      Files.createDirectories(SHIPPED.getParent());
      Files.writeString(
          SHIPPED, json.writerWithDefaultPrettyPrinter().writeValueAsString(learnt) + "\n");
    }

    Model shipped = json.readValue(Files.readString(SHIPPED), Model.class);

    assertThat(json.valueToTree(shipped).toString()).isEqualTo(json.valueToTree(learnt).toString());
  }
}
