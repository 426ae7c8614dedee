#!/bin/sh
# Reads reports with an array of N tasks, then joins what they read; OUT has the bytes of a single run:
#   submit.sh REPORTS OUT N [OPTION of extract]…
# Run again after a failure, it goes on from what the tasks have read. Jobs begin in this working directory.
set -eu
if [ $# -lt 3 ]; then
  echo "usage: submit.sh REPORTS OUT N [OPTION of extract]..., as submit.sh reports/ cells.csv 8" >&2
  exit 2
fi
here=$(cd "$(dirname "$0")" && pwd)
out=$2
shards=$3
mkdir -p "$out.run"

# --parsable prints JOB or JOB;CLUSTER.
array=$(sbatch --parsable --array="1-$shards" --output="$out.run/shard-%a.log" "$here/shard.sh" "$@")
# afterok waits for every task of the array; where one fails for good, the merge is cancelled, not left waiting.
merge=$(sbatch --parsable --dependency="afterok:${array%%;*}" --kill-on-invalid-dep=yes \
  --output="$out.run/merge.log" "$here/merge.sh" "$out" "$shards")
echo "array ${array%%;*}, merge ${merge%%;*}: logs and parts in $out.run"
