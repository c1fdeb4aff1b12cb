package io.leadwell.demo;

import org.jspecify.annotations.Nullable;

/** Somebody at one of the invented firms. */
record DemoPerson(
    String name, String phone, @Nullable String email, String title, DemoCompany company) {

  /** An invented firm. */
  record DemoCompany(
      String name, String industry, String size, String province, String city, String domain) {}
}
