/** What an Excel user expects of a sheet and Univer does otherwise. */
import type { Univer } from '@univerjs/core';
import type { Answers } from './answers';
import { readWritten } from './as-written';
import { containFaults } from './contain-faults';
import { type AnswerFormats, showDefaultFormats } from './default-formats';
import './empty-answers';
import { growSheets } from './growing-sheets';
import { readPercents } from './percent-entry';
import { readFormulas } from './read-formulas';
import { findRoom } from './spill-room';
import { readPastTheSheet } from './sheet-limits';
import { tellCircles } from './tell-circles';

/** Answers the formats that came with answers, to be kept. */
export function behaveAsExcel(
  univer: Univer,
  unit: string,
  answers: Answers,
  kept?: AnswerFormats,
): () => AnswerFormats {
  containFaults(univer, answers);
  readPastTheSheet(univer);
  readFormulas(univer, unit);
  readWritten(univer, unit);
  growSheets(univer, unit);
  findRoom(univer, unit, answers);
  tellCircles(univer, unit, answers);
  const formats = showDefaultFormats(univer, unit, kept);
  readPercents(univer, formats.chosen);
  return formats.given;
}
