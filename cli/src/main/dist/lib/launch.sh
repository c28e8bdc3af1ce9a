# Sourced by what starts Tierwise: bin/tierwise of an archive, and tierwise of a checkout. They set
#   home  where docs lie
#   app   where the jar lies, beside lib with what it needs

die() { printf 'tierwise: %s\n' "$*" >&2; exit 70; }

# Java 17 or newer, from JAVA_HOME or the PATH.
if [ -n "${JAVA_HOME:-}" ]; then
  java=$JAVA_HOME/bin/java
  [ -x "$java" ] || die "JAVA_HOME must be the folder of a Java, was \"$JAVA_HOME\""
else
  java=$(command -v java) || die 'Java 17 or newer must be on the PATH or in JAVA_HOME, was not found'
fi

# Reading the release file takes no time, asking Java a tenth of a second.
real=$(readlink -f "$java" 2>/dev/null || printf '%s' "$java")
release=$(dirname "$(dirname "$real")")/release
version=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$release" 2>/dev/null || true)
[ -n "$version" ] || version=$("$java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p')
major=${version%%[.+-]*}
[ "$major" != 1 ] || major=8
case $major in
  '' | *[!0-9]*) die "Java must tell its version, was \"$version\" ($java)" ;;
esac
[ "$major" -ge 17 ] \
  || die "Java must be 17 or newer, was $version ($java); put a newer one on the PATH or in JAVA_HOME"

# The jar of the command line.
jar() {
  for each in "$app"/tierwise-cli-*.jar; do
    case $each in
      *-sources.jar | *-javadoc.jar | *-tests.jar) ;;
      *) [ ! -f "$each" ] || { printf '%s\n' "$each"; return; } ;;
    esac
  done
}

# The classes as this Java has them in memory: it starts in two thirds of the time. From Java 25 on
# with what is worth compiling. They are kept beside the libraries, by whoever may write there;
# where nobody may, it starts without.
classes=$app/lib/classes-$version
if [ "$major" -ge 25 ]; then
  classes=$classes.aot make=-XX:AOTCacheOutput use=-XX:AOTCache silent=-Xlog:aot*=off
else
  classes=$classes.jsa make=-XX:ArchiveClassesAtExit use=-XX:SharedArchiveFile silent=-Xlog:cds*=off
fi

archive() {
  part=$classes.$$
  "$java" -XX:+UseSerialGC "$make=$part" -cp "$(jar)" \
    io.github.tierwise.cli.Main score "$home/docs/examples/influencers.csv" \
    --brand "$home/docs/examples/small-brand.toml" --quiet </dev/null >/dev/null 2>&1 || true
  # If it could not be made, it is not tried again.
  [ -f "$part" ] || : >"$part"
  mv -f "$part" "$classes"
}

# Runs a command in the place of the shell.
start() {
  [ -f "$classes" ] || [ ! -w "$app/lib" ] || archive 2>/dev/null || true

  # Tables are as wide as the terminal.
  if [ -z "${COLUMNS:-}" ] && [ -t 1 ]; then
    COLUMNS=$(tput cols 2>/dev/null || true)
    export COLUMNS
  fi

  # Quick to start; the compiler that makes quicker code takes a second of the processor. A table that is read column by column
  # repays it from about 3 million rows on, work on single accounts (posts, all accounts ranked) much earlier.
  case " $* " in
    *' --posts'* | *' --peers'* | *' --top 0 '* | *' --top=0 '*) enough=25000000 ;;
    ' score '* | ' compare '* | ' plan '*) enough=150000000 ;;
    *) enough=25000000 ;;
  esac
  compiler=-XX:TieredStopAtLevel=1
  for each in "$@"; do
    if [ -f "$each" ] && [ -r "$each" ] && [ "$(wc -c <"$each")" -gt "$enough" ]; then
      # Eight times as late as usual: what only the first rows go through is not worth its time.
      compiler='-XX:+TieredCompilation -XX:Tier4InvocationThreshold=40000 -XX:Tier4MinInvocationThreshold=4800
        -XX:Tier4CompileThreshold=120000 -XX:Tier4BackEdgeThreshold=320000'
    fi
  done

  # An archive that does not fit is passed over without a word.
  shared=-Xshare:auto
  [ ! -s "$classes" ] || shared=$use=$classes
  # From Java 22 on, jdk.console makes "no terminal" known.
  # shellcheck disable=SC2086
  exec "$java" -XX:+UseSerialGC $compiler "$silent" "$shared" -Djdk.console=java.base \
    -Dtierwise.command="$0" -Dtierwise.home="$home" \
    ${TIERWISE_JAVA_OPTS:-} -cp "$(jar)" io.github.tierwise.cli.Main "$@"
}
