package io.leadwell.connect.baidu;

/** What opens an account. Never logged: the token alone lets anybody in. */
record Credentials(String userName, String token) {

  @Override
  public String toString() {
    return "Credentials[" + userName + "]";
  }
}
