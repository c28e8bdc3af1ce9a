package io.github.tierwise.files.cells;

/** An input that cannot be read or scored; the message is for people and complete. */
public final class InputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InputException(String message) {
    super(message);
  }

  public InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
