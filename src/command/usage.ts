import { namesOf, SQL_DIALECTS } from '../formula/print/sql/query';

const others = SQL_DIALECTS.flatMap(namesOf).filter((name) => name !== 'duckdb');

export const USAGE = `Token-as-a-Service economics on the command line: the functions of the Excel add-in.

  taas eval "TAAS_MARGIN(1,,,,0.6)"            what the formula shows in a cell
  taas eval TAAS_MARGIN token_spend=1          the same with inputs by name
  taas eval 'TAAS_TORNADO("TAAS_MARGIN")' --chart out.svg   the answer, and its picture
      --force                                  replace a picture that is there already
  taas explain TAAS_MARGIN [name=value …]      the working, line by line
  taas native TAAS_MARGIN [name=value …]       an Excel formula that needs no add-in; name=B4 refers to a cell
  taas sql TAAS_MARGIN [name=value …]          a query with one row per scenario
      --dialect duckdb                         or ${others.join(', ')}
      --columns token_spend,infra_cogs         inputs that are columns; by default every number not given
      --keep scenario                          columns to carry along
      --table scenarios                        the table of scenarios
  taas sweep TAAS_MARGIN [name=value …]        the function over a file of scenarios, on DuckDB
      --inputs scenarios.parquet               or a CSV with a header, a folder or a pattern of either, all of one schema
      --out result.parquet                     or .csv: the scenarios with one column more
      --columns token_spend,infra_cogs         only these columns are inputs; by default all that are named like one
      --keep "token_spend ($bn)"               a column that is carried along though it looks like an input; may be repeated
      --delimiter ";"  --decimal ,             how a CSV is written; the delimiter is found without, the decimal sign is .
      --force                                  replace a result, and a list of bad rows, that is there already
      --rows-per-part 1000000                  how much an interruption can lose
      --memory 1GB                             what DuckDB may use
      --restart                                forget the finished parts in result.parts
  taas models                                  the ready models, each with the question it answers
  taas models T1                               one of them as a workbook for Excel with the add-in
      --native                                 for Excel 2021 or later, or Microsoft 365, without it
      --out bridge.xlsx                        where; by default its own name, here
      --force                                  replace a file that is there already
  taas --version                               the version, as -v does
  taas help                                    this text

A function is named alone or as a call: taas sql "TAAS_MARGIN(1,,,{0,20%;1,25%})" infra_cogs=0.6.
A line of a table is a number: "TAAS_PNL[EBIT]", "TAAS_GROSS_NET[EBIT, Agent (net)](1)", wherever a function is named.
Values: 0.6, 60%, WHOLE, TRUE, {0,25%;0.5,35%}; tiers[2].rate=30% changes one number of a table. None is given twice.
--json after any command prints the answer for programs, on standard output; an error there is
{"error": {"code": "#VALUE!", "argument": "token_spend", "sentence": "…"}}, without code where no function was asked.

An interrupted sweep goes on where it stopped when the same command is given again, unless the scenarios were changed.
Rows that cannot be computed (blank, not a number, out of range) have an empty result and are listed in
result.rejects.csv with their line and the columns that are carried along.

Exit codes: 0 fine, 1 no answer, 2 not understood, 3 some rows of a sweep are bad, 130 interrupted.`;
