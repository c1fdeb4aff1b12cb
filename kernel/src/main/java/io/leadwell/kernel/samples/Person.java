package io.leadwell.kernel.samples;

/** What is true of somebody at a time. */
final class Person {
  boolean chinese;
  String name = "";
  String given = "";
  String surname = "";
  String phone = "";
  String email = "";
  String unionid = "";
  String title = "";
  Firm firm;

  Person(Firm firm) {
    this.firm = firm;
  }
}
