#!/usr/bin/env bash
# validate_changed.sh BASE FOLDER [OPTION…]: validate the XML files in FOLDER that changed since the commit BASE.
# If BASE is no commit of this repository (a new branch, a shallow clone), all XML files in FOLDER are validated.
set -euo pipefail

base=$1 folder=$2
shift 2

changed() {
  if git rev-parse --quiet --verify "$base^{commit}" >/dev/null; then
    git diff -z --name-only --diff-filter=d --relative "$base" HEAD -- "$folder"
  else
    git ls-files -z -- "$folder"
  fi
}

mapfile -d '' files < <(changed | grep -z '\.xml$' || true)
if [ ${#files[@]} -eq 0 ]; then
  echo "no XML file in $folder changed"
  exit 0
fi
exec teiconv validate "$@" -- "${files[@]}"
