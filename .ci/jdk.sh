# Sourced by scripts.

# The home of a JDK of that feature version, or nothing.
jdk() {
  local version=$1 named="JAVA_HOME_${1}_X64" home
  for home in "${!named:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*"$version"*; do
    if [ -n "$home" ] && [ -x "$home/bin/javac" ] \
      && "$home/bin/javac" -version 2>&1 | grep -q "^javac $version\b"; then
      printf '%s\n' "$home"
      return
    fi
  done
}
