package io.github.tierwise.cli.write;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import io.github.tierwise.cli.text.Display;

/** In JSON every character that a terminal would obey is written by its number. */
final class ControlEscapes extends CharacterEscapes {

  private static final long serialVersionUID = 1L;
  private static final int DELETE = 0x7F;
  private static final int FIRST_BEYOND_ASCII = 0x80;

  @Override
  public int[] getEscapeCodesForAscii() {
    int[] codes = standardAsciiEscapesForJSON();
    codes[DELETE] = ESCAPE_STANDARD;
    return codes;
  }

  @Override
  @SuppressWarnings("NullAway") // the way to say that a character stays as it is
  public SerializableString getEscapeSequence(int character) {
    return character < FIRST_BEYOND_ASCII || Display.isShown(character)
        ? null
        : new SerializedString("\\u%04X".formatted(character));
  }
}
