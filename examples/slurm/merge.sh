#!/bin/sh
#SBATCH --job-name=nianbao-merge
#SBATCH --mem=1G
#SBATCH --time=01:00:00
#SBATCH --requeue
#SBATCH --open-mode=append
# Joins the parts that the array wrote: merge.sh OUT N
set -u
out=$1
shards=$2

# By name and not by part-*: no part of another run is taken, and one that is missing is named.
set --
shard=1
while [ "$shard" -le "$shards" ]; do
  set -- "$@" "$out.run/part-$shard"
  shard=$((shard + 1))
done
# An older result must not pass for this run's.
rm -f "$out"
status=0
nianbao merge -o "$out" --failures "$out.run/failures.csv" -- "$@" || status=$?

# 1: some files could not be read, as shard.sh says; failures.csv names them.
if [ "$status" -eq 1 ] && [ -f "$out" ]; then status=0; fi
exit "$status"
