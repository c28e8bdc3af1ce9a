/**
 * Tables of influencers that other people made, and brand files, read as what the library takes;
 * and what it takes and gives as JSON.
 *
 * <p>Only the doors and the JSON are exported. The command line, the first user, runs on the class
 * path and so reaches the rooms behind them too.
 */
module io.github.tierwise.files {
  requires transitive io.github.tierwise.core;
  requires com.fasterxml.jackson.core;
  requires transitive com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.dataformat.toml;
  requires de.siegmar.fastcsv;
  requires org.apache.commons.compress;
  requires org.dhatim.fastexcel.reader;
  requires org.slf4j;

  exports io.github.tierwise.files;
  exports io.github.tierwise.files.json;
}
