"""The map step of a large run, on Apache Spark: each partition of the papers goes through `stemma extract`.

A record depends on its paper alone, so records can be made anywhere, in any order. `stemma resolve` makes the graph of
them: with `--papers` the very one that `stemma build` makes on one machine (docs/scale.md).

    spark-submit spark/extract.py papers.jsonl.gz --out records --extractor fast
    stemma resolve records --papers papers.jsonl.gz --extractor fast --graph .stemma
"""

import argparse
import os

from pyspark.sql import SparkSession

# Papers in a part; starting the extractor takes as long as reading a hundred.
SMALLEST = 100


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("papers", nargs="+", help="JSON lines, one paper a line, packed or not; anything that Spark can read")
    parser.add_argument("--out", required=True, help="folder of the records, which must not be there yet")
    parser.add_argument("--extractor", default="accurate", choices=["accurate", "fast"])
    parser.add_argument("--as-of", help="the day that dates without a year are read on")
    parser.add_argument("--partitions", type=int, default=64, help="parts of the papers, at most; some ten for each core")
    parser.add_argument("--stemma", default="stemma", help="the command, as each worker finds it")
    return parser.parse_args()


def main():
    given = arguments()
    spark = SparkSession.builder.appName("stemma extract").getOrCreate()
    papers = spark.sparkContext.textFile(",".join(given.papers)).filter(str.strip)
    # A packed file comes as one part. None may be empty: extract calls it a fault when it is given no paper.
    partitions = max(1, min(given.partitions, papers.count() // SMALLEST))
    command = f"{given.stemma} extract - --extractor {given.extractor}"
    if given.as_of:
        command += f" --as-of {given.as_of}"
    # Without checkCode a command that fails gives no records, in silence; without the environment it finds no Node.js.
    parts = papers.repartition(partitions)
    parts.pipe(command, env=dict(os.environ), checkCode=True).saveAsTextFile(given.out)
    spark.stop()


if __name__ == "__main__":
    main()
