package io.leadwell;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The server. Started by the launcher; its settings are those of {@code application.yaml}. */
@SpringBootApplication
@EnableScheduling
public class Leadwell {

  public static void main(String[] arguments) {
    SpringApplication.run(Leadwell.class, arguments);
  }
}
