# Sourced by mvnw and madoguchi: find_jdk prints the home of a JDK of this version or newer, or says plainly that there is none.
needed=25

jdk_version() { # the major version of the JDK in $1, from its release file; nothing when $1 is not a JDK
  [ -x "$1/bin/javac" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

find_jdk() {
  onpath=$(command -v javac 2>/dev/null) && onpath=$(dirname "$(dirname "$(readlink -f "$onpath")")")
  for home in "${JAVA_HOME:-}" "${onpath:-}" /usr/lib/jvm/* /opt/*jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    version=$(jdk_version "$home")
    if [ "${version:-0}" -ge "$needed" ]; then
      printf '%s\n' "$home"
      return 0
    fi
  done
  echo "JDK $needed 以上が見つかりません。JDK $needed（例: Temurin）を入れるか、環境変数 JAVA_HOME をその場所に向けてください。" >&2
  echo "No JDK $needed or newer was found. Install one (for example Temurin $needed), or point JAVA_HOME to it." >&2
  return 1
}
