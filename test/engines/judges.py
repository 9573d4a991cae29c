"""Engines of Python's as judges of the sql reading: a line of JSON in, a line of JSON out, until the input ends.

python judges.py datafusion|polars|clickhouse: {"table", "columns", "rows", "text"} → {"column": [...]}
    with {"before": "..."} a statement that ClickHouse runs between the table and the text
python judges.py sqlglot: {"dialect", "text"} → {"column": []}, an empty column for a text that parses
What goes wrong is {"error": "..."}.
"""
import json
import math
import sys


def datafusion():
    import pyarrow
    from datafusion import SessionContext

    def column(asked):
        context = SessionContext()
        context.register_record_batches(asked["table"], [[arrow(pyarrow, asked)]])
        batches = context.sql(asked["text"]).collect()
        return [x for batch in batches for x in batch.column(0).to_pylist()]

    return column


def arrow(pyarrow, asked):
    columns = list(zip(*asked["rows"]))
    return pyarrow.record_batch(
        [pyarrow.array(each, pyarrow.float64()) for each in columns], names=asked["columns"]
    )


def polars():
    import polars

    def column(asked):
        frame = polars.DataFrame(
            asked["rows"], schema={name: polars.Float64 for name in asked["columns"]}, orient="row"
        )
        context = polars.SQLContext({asked["table"]: frame})
        return context.execute(asked["text"], eager=True).to_series(0).to_list()

    return column


def clickhouse():
    from chdb.session import Session

    session = Session()
    session.query("CREATE DATABASE IF NOT EXISTS judged ENGINE = Memory")
    session.query("USE judged")
    session.query("SET compile_expressions = 0, max_threads = 1")

    def column(asked):
        columns = ", ".join(f'"{name}" Nullable(Float64)' for name in asked["columns"])
        database = asked["table"].rpartition(".")[0] or "judged"
        session.query(f"CREATE DATABASE IF NOT EXISTS {database}")
        session.query(f"DROP TABLE IF EXISTS {asked['table']}")
        session.query(f"CREATE TABLE {asked['table']} ({columns}) ENGINE = Memory")
        rows = "\n".join(json.dumps(row) for row in asked["rows"])
        session.query(f"INSERT INTO {asked['table']} FORMAT JSONCompactEachRow\n{rows}")
        if "before" in asked:
            session.query(asked["before"])
        text = session.query(asked["text"], "JSONCompactColumns").bytes().decode()
        return [float(x) if isinstance(x, str) else x for x in json.loads(text)[0]]

    return column


def sqlglot():
    import sqlglot as parser

    def column(asked):
        parsed = parser.parse(asked["text"], dialect=asked["dialect"], error_level=parser.ErrorLevel.RAISE)
        if [isinstance(each, parser.exp.Query) for each in parsed] != [True]:
            raise ValueError("this is not one query")
        return []

    return column


def answer(column, line):
    try:
        found = column(json.loads(line))
        return {"column": [None if x is None or not math.isfinite(x) else x for x in found]}
    except BaseException as error:  # an engine's panic is no Exception
        return {"error": f"{type(error).__name__}: {error}"[:2000]}


if __name__ == "__main__":
    judge = {"datafusion": datafusion, "polars": polars, "clickhouse": clickhouse, "sqlglot": sqlglot}[sys.argv[1]]()
    for asked_line in sys.stdin:
        print(json.dumps(answer(judge, asked_line)), flush=True)
