import { existsSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { copyFile, open } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { conditionsOf, type Condition } from '../../catalogue/conditions';
import { nearest } from '../../catalogue/catalogue';
import type { Catalogue, Definition } from '../../catalogue/define';
import type { NumberParameter } from '../../catalogue/parameters';
import { Problem } from '../../catalogue/problem';
import { expectation, read } from '../../catalogue/read';
import { sqlOf } from '../../catalogue/readings';
import { sqlOnInputs, type ScenarioColumn } from '../../formula/sql';
import { Failure, Misuse } from '../problem';
import { listed } from '../sql';
import { columnOf, pairsOf, scalarOf, subjectOf, type Subject } from '../subject';
import type { Terminal } from '../terminal';
import { openCsv } from './csv-scenarios';
import { column, DiskFull, Interrupted, isDiskFull, openDatabase, quoted, type Database } from './database';
import { joinParquet } from './join-parquet';
import { openParquet } from './parquet-scenarios';
import { Parts, unfinished } from './parts';
import { progressLine } from './progress';
import { REASON, ROW, type Scenarios, type Slice, type VariedColumn } from './scenarios';
import { summaryOf } from './summary';

export interface SweepOptions {
  readonly inputs?: string;
  readonly out?: string;
  readonly columns?: string;
  readonly 'rows-per-part'?: string;
  readonly memory?: string;
  readonly restart?: boolean;
}

export type Ended = 'fine' | 'some bad' | 'interrupted';

const SHOWN_REJECTS = 5;
