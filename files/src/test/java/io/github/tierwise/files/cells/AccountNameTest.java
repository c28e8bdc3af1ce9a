package io.github.tierwise.files.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ana | ana",
        "' @ana ' | ana",
        "@ ana | ana",
        "Ana  Maria | Ana Maria",
        "\uFEFFana\u200B | ana",
        "\u00A0@ana\u00A0 | ana",
        "https://www.instagram.com/acct_01/ | acct_01",
        "instagram.com/acct | acct",
        "http://instagram.com/acct?igshid=x%3D | acct",
        "https://www.instagram.com/acct/reels/ | acct",
        "https://www.tiktok.com/@acct | acct",
        "https://www.tiktok.com/@acct?lang=en | acct",
        "https://www.tiktok.com/@acct/video/123 | acct",
        "https://m.tiktok.com/@acct | acct",
        "youtube.com/@Acct | Acct",
        "https://www.youtube.com/channel/UC1234567890abcdefghijAB | UC1234567890abcdefghijAB",
        "https://www.youtube.com/c/Acct/videos | Acct",
        "https://youtube.com/user/acct#about | acct",
        "x.com/acct | acct",
        "https://x.com/Acct/status/1 | Acct",
        "https://twitter.com/acct | acct",
        "https://www.twitch.tv/acct | acct",
        "https://www.threads.net/@acct | acct",
        "101.0 | 101",
        "101.00 | 101",
        "101.5 | 101.5",
        "1.0.0 | 1.0.0",
        "acct.0 | acct.0",
        "7.01235E+18 | 7.01235E+18",
        "a/b | a/b",
        "@ | ''",
        "'' | ''"
      })
  void aNameIsFoundInWhatPeopleWrite(String cell, String name) {
    assertEquals(name, AccountName.of(cell));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.instagram.com/p/CxYz12/",
        "https://www.instagram.com/reel/CxYz12/",
        "https://www.youtube.com/watch?v=abc",
        "https://instagram.com/",
        "https://instagram.com",
        "https://www.facebook.com/profile.php?id=1",
        "https://example.org/acct",
        "https://notinstagram.org/acct",
        "https://linktr.ee/acct",
        "youtube.com/channel/"
      })
  void aLinkToSomethingElseStaysALink(String link) {
    assertEquals(link, AccountName.of(link));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7.01235E+18", "7,01235E+18", "7E+18", "7.0e18", " 1.78414E+16 "})
  void idsThatASpreadsheetRoundedAreRecognised(String cell) {
    assertTrue(AccountName.isRounded(cell));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"7012350000000000000", "ana", "e18", "12E18", "7.01235", "7e", "1e5a", ""})
  void otherIdsAreNotRounded(String cell) {
    assertFalse(AccountName.isRounded(cell));
  }

  @Test
  void handlesAreComparedInLowerCaseAndIdsAreNot() {
    assertEquals("ana_maria.1-x", AccountName.key("Ana_Maria.1-X"));
    assertEquals("żółw", AccountName.key("ŻÓŁW"));
    assertEquals("UC1234567890abcdefghijAB", AccountName.key("UC1234567890abcdefghijAB"));
    assertEquals("uc1234567890", AccountName.key("UC1234567890"));
    assertEquals("Ana Maria", AccountName.key("Ana Maria"));
    assertEquals("", AccountName.key(""));
  }

  @Property
  void aNameIsItsOwnNameAndAKeyItsOwnKey(@ForAll String cell) {
    String name = AccountName.of(cell);
    assertEquals(name.length(), name.strip().length());
    assertEquals(AccountName.key(name), AccountName.key(AccountName.key(name)));
    AccountName.isRounded(cell);
  }

  @Test
  void cellsOfMegabytesTakeNoTime() {
    for (String part : new String[] {"a", "/", "a.", "1", "@", " ", "a-"}) {
      String cell = part.repeat(2_000_000) + "!";
      assertTimeout(
          Duration.ofSeconds(2),
          () -> {
            AccountName.key(AccountName.of(cell));
            assertFalse(AccountName.isRounded(cell));
          });
    }
  }
}
