package io.leadwell;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The server. Started by the launcher; its settings are those of {@code application.yaml}.
 *
 * <p>Two modules may use the same word for a class of theirs, so a bean's name is the whole of the
 * class's.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableScheduling
public class Leadwell {

  public static void main(String[] arguments) {
    SpringApplication.run(Leadwell.class, arguments);
  }
}
