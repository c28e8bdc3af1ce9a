package io.github.tierwise.cli.write;

import java.io.IOException;

/** Nobody reads any more what is written: no fault, and nothing to say. */
public final class ClosedPipeException extends IOException {

  private static final long serialVersionUID = 1L;

  public ClosedPipeException(IOException cause) {
    super(cause);
  }
}
