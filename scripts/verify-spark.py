"""The other half of verify-spark.mjs: runs SQL unchanged on Apache Spark.

Reads a request as JSON from the file named first, and writes the answer as JSON to the file named second.
"""

import json
import signal
import sys
import time


def session(request):
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master(request["master"]).appName("taas")
    for key, value in request["settings"].items():
        builder = builder.config(key, value)
    return builder.getOrCreate()


def run(request):
    """Runs the queries on the cluster, each over its own table of scenarios."""
    spark = session(request)
    # Executors register one after the other; work begins when all of them are there.
    executors = lambda: spark.sparkContext._jsc.sc().getExecutorMemoryStatus().size() - 1
    deadline = time.time() + 60
    while executors() < request["workers"] and time.time() < deadline:
        time.sleep(0.2)
    answer = {"version": spark.version, "workers": executors(), "functions": [], "sweeps": []}
    for sql in request["functions"]:
        answer["functions"].append([row[0] for row in spark.sql(sql).collect()])
    for sweep in request["sweeps"]:
        answer["sweeps"].append(run_sweep(spark, sweep))
    spark.stop()
    return answer


def run_sweep(spark, sweep):
    spark.read.parquet(sweep["scenarios"]).createOrReplaceTempView("scenarios")
    timings = {}

    start = time.time()
    spark.sql(sweep["sql"]).write.mode("overwrite").parquet(sweep["out"])
    timings["write"] = time.time() - start

    # The emitted text again, now under a summary: nothing is written.
    spark.sql(sweep["sql"]).createOrReplaceTempView("results")
    start = time.time()
    summary = spark.sql(sweep["summary"]).collect()[0]
    timings["summary"] = time.time() - start

    start = time.time()
    sample = [list(row) for row in spark.sql(sweep["sample"]).collect()]
    timings["sample"] = time.time() - start
    histogram = [list(row) for row in spark.sql(sweep["histogram"]).collect()]
    partitions = spark.sql("SELECT * FROM scenarios").rdd.getNumPartitions()
    return {
        "summary": list(summary),
        "sample": sample,
        "histogram": histogram,
        "timings": timings,
        "partitions": partitions,
    }


def stop():
    """Spark's own process ends with its input; this one waits for that."""
    from pyspark import SparkContext

    if SparkContext._gateway is not None:
        SparkContext._gateway.proc.stdin.close()
        SparkContext._gateway.proc.wait()


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with open(sys.argv[1], encoding="utf-8") as file:
        request = json.load(file)
    try:
        answer = run(request)
    except Exception as error:
        # Spark says what is wrong, then where in its own code.
        sys.exit(str(error).split("JVM stacktrace:")[0].strip()[:2000])
    finally:
        stop()
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        json.dump(answer, file)
