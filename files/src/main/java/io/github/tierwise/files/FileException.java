package io.github.tierwise.files;

/**
 * What is wrong with a file, or with what came in its place: the message names it, the line where
 * there is one, the rule and the value, and is complete.
 *
 * @since 0.1.0
 */
public final class FileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * An error with its message.
   *
   * @param message for people
   */
  public FileException(String message) {
    super(message);
  }

  /**
   * An error that has another as its cause.
   *
   * @param message for people
   * @param cause what was thrown
   */
  public FileException(String message, Throwable cause) {
    super(message, cause);
  }
}
