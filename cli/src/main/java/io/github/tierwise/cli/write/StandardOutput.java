package io.github.tierwise.cli.write;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/** Standard output. Not {@code System.out}, which keeps a write that failed to itself. */
public final class StandardOutput extends FileOutputStream {

  static final Path PATH = Path.of("/dev/stdout");

  public StandardOutput() {
    super(FileDescriptor.out);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      super.write(bytes, offset, length);
    } catch (IOException e) {
      throw WriteFailure.isClosedPipe(e, PATH) ? new ClosedPipeException(e) : e;
    }
  }
}
