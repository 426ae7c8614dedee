#!/bin/sh
# Tries the configuration of docs/ci.md with pre-commit itself: in a scratch repository that has this package among its
# dependencies, a right report is committed, a wrong one is not, and what counts is what is staged.
# Needs git, npm and pre-commit (`pip install pre-commit`, or Debian's package of that name).
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
right=$root/fixtures/labels-repeat-2021-html/report.html
wrong=$root/fixtures/hebei-2020-html/report.html

cd "$root"
npm run --loglevel=error build >/dev/null
package=$(npm pack --loglevel=error --ignore-scripts --pack-destination "$tmp" | tail -n 1)

export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org
export PRE_COMMIT_HOME="$tmp/cache"
mkdir -p "$tmp/scratch/reports"
cd "$tmp/scratch"
git init -q .
echo 'node_modules/' >.gitignore
echo '{"private":true}' >package.json
npm install --loglevel=error --no-audit --no-fund --save-dev "$tmp/$package" >/dev/null
sed -n '/^# \.pre-commit-config\.yaml/,/^```$/p' "$root/docs/ci.md" | sed '$d' >.pre-commit-config.yaml
pre-commit install >/dev/null

# Commits what is staged; the first argument is what must come of it.
commit() {
  wanted=$1
  if git commit -qm "$2" >"$tmp/log" 2>&1; then came=committed; else came=refused; fi
  echo "$came: $2"
  test "$came" = "$wanted" || { cat "$tmp/log"; exit 1; }
}
cp "$right" reports/2023.html
git add -A
commit committed 'a right report'
cp "$wrong" 'reports/河北 2020.html'
git add -A
commit refused 'a wrong report'
grep -q 'NOT VALID · 1 report in 1 file' "$tmp/log"
cp "$right" 'reports/河北 2020.html'
commit refused 'a wrong report staged, a right one beside it'
git add -A
commit committed 'the report put right'
echo . >notes.txt
git add -A
commit committed 'no report'
pre-commit run --all-files
