package io.leadwell.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.leadwell.base.platform.ProblemCode;
import io.leadwell.base.platform.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Both languages say the same things, and every refusal has its sentence in both. */
class TextsTests {

  private static final List<String> BUNDLES = bundles();

  private static List<String> bundles() {
    List<String> names = new ArrayList<>(Texts.BUNDLES);
    names.add("shell");
    return names;
  }

  @Test
  void both_languages_have_the_same_keys() throws IOException {
    int keys = 0;
    for (String bundle : BUNDLES) {
      Properties chinese = read(bundle + ".properties");
      Properties english = read(bundle + "_en.properties");
      assertThat(differences(chinese, english)).as(bundle).isEmpty();
      keys += chinese.size();
    }
    assertThat(keys).isGreaterThan(150);
  }

  @Test
  void a_key_in_one_language_only_is_found() {
    Properties one = new Properties();
    Properties other = new Properties();
    one.setProperty("both", "a");
    other.setProperty("both", "b");
    one.setProperty("one", "c");
    other.setProperty("other", "d");
    assertThat(differences(one, other)).containsExactly("one", "other");
  }

  @Test
  void every_text_is_a_message_with_the_same_places_in_both_languages() throws IOException {
    for (String bundle : BUNDLES) {
      Properties chinese = read(bundle + ".properties");
      Properties english = read(bundle + "_en.properties");
      for (String key : chinese.stringPropertyNames()) {
        assertThat(places(chinese.getProperty(key)))
            .as("%s: %s", bundle, key)
            .isEqualTo(places(english.getProperty(key)));
      }
    }
  }

  @Test
  void every_refusal_has_its_sentence() throws Exception {
    Set<String> keys = new HashSet<>();
    for (String bundle : Texts.BUNDLES) {
      keys.addAll(read(bundle + ".properties").stringPropertyNames());
    }
    int codes = 0;
    for (Class<?> code : problemCodes()) {
      for (Object constant : code.getEnumConstants()) {
        assertThat(keys).as(code.getName()).contains("problem." + constant);
        codes++;
      }
    }
    for (ProblemCode.Kind kind : ProblemCode.Kind.values()) {
      assertThat(keys).contains("problem.kind." + kind);
    }
    assertThat(codes).isGreaterThan(50);
  }

  private static List<Class<?>> problemCodes() throws ClassNotFoundException {
    List<Class<?>> found = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.leadwell")) {
      if (type.isEnum() && type.isAssignableTo(ProblemCode.class)) {
        found.add(Class.forName(type.getName()));
      }
    }
    assertThat(found).hasSizeGreaterThanOrEqualTo(5);
    return found;
  }

  private static Set<String> differences(Properties one, Properties other) {
    Set<String> differing = new TreeSet<>(one.stringPropertyNames());
    differing.removeAll(other.stringPropertyNames());
    Set<String> more = new TreeSet<>(other.stringPropertyNames());
    more.removeAll(one.stringPropertyNames());
    differing.addAll(more);
    return differing;
  }

  private static int places(String text) {
    return new MessageFormat(text).getFormatsByArgumentIndex().length;
  }

  private static Properties read(String file) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = TextsTests.class.getResourceAsStream("/i18n/" + file)) {
      assertThat(in).as(file).isNotNull();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return properties;
  }
}
