package io.github.tierwise.files.json;

/** What is wrong with a JSON, with its place; the message is complete. */
final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RefusedException(String message) {
    super(message);
  }
}
