package io.leadwell.base.workspace.web;

/** Which addresses are the service, and which are pages of the app. */
final class Places {

  private Places() {}

  /** Everything that answers with data. */
  static boolean isService(String path) {
    return below(path, "/api") || below(path, "/v3") || below(path, "/actuator");
  }

  private static boolean below(String path, String root) {
    return path.equals(root) || path.startsWith(root + "/") || path.startsWith(root + ".");
  }
}
