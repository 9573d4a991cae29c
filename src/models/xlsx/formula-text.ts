/**
 * A formula as it is typed, and as a file holds it: there a function of an add-in is `_xldudf_TAAS_MARGIN`, a function
 * younger than Excel 2007 is `_xlfn.LET`, and a name that LET or LAMBDA gives is `_xlpm.x`.
 */
import { tokenize, type Token } from '@borgar/fx/xlsx';
import { signsAsCalls } from './signs';

/** These two were functions of something else before. */
const WORKSHEET_ONLY = ['FILTER', 'SORT'];
const YOUNGER = new Set(
  (
    'ACOT ACOTH AGGREGATE ANCHORARRAY ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR ' +
    'BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT ' +
    'CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S ' +
    'CSC CSCH DAYS DECIMAL DROP EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FILTER FLOOR.MATH ' +
    'FLOOR.PRECISE FORECAST.ETS FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HSTACK ' +
    'HYPGEOM.DIST IFNA IFS IMAGE ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP ' +
    'MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE ' +
    'PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST ' +
    'QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SINGLE SKEW.P SORT ' +
    'SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE ' +
    'TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VAR.P VAR.S VSTACK WEIBULL.DIST WRAPCOLS WRAPROWS ' +
    'XLOOKUP XMATCH XOR Z.TEST'
  ).split(' '),
);

const tokensOf = (formula: string): Token[] => tokenize(formula, { mergeRefs: true });

/** What a file holds for `=…`, without the `=`. */
export function formulaInFile(formula: string, ours: ReadonlySet<string>): string {
  const tokens = tokensOf(formula);
  const given = namesGiven(tokens);
  const texts = tokens.map((token, i) => {
    const { type, value } = token;
    if (type === 'fx_prefix') return '';
    if (given.some(({ name, from, to }) => i >= from && i <= to && name === value.toLowerCase() && isName(token)))
      return `_xlpm.${value}`;
    if (type !== 'func') return value;
    const name = value.toUpperCase();
    if (ours.has(name)) return `_xldudf_${name.replaceAll('.', '_')}`;
    if (!YOUNGER.has(name)) return value;
    return `_xlfn.${WORKSHEET_ONLY.includes(name) ? '_xlws.' : ''}${name}`;
  });
  return signsAsCalls(tokens, texts, '_xlfn.').join('');
}

const isName = ({ type }: Token): boolean => type === 'range_named' || type === 'func';

interface Given {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The names that LET and LAMBDA give, each with the tokens of the call that knows it. */
function namesGiven(tokens: readonly Token[]): Given[] {
  const given: Given[] = [];
  const open: { readonly call: string; readonly from: number; argument: number; readonly names: string[] }[] = [];
  const significant = (i: number, step: number): Token | undefined => {
    let at = i + step;
    while (tokens[at]?.type === 'whitespace' || tokens[at]?.type === 'newline') at += step;
    return tokens[at];
  };
  tokens.forEach((token, i) => {
    const { type, value } = token;
    if (type === 'operator' && (value === '(' || value === '{')) {
      const before = tokens[i - 1];
      open.push({ call: before?.type === 'func' ? before.value.toUpperCase() : '', from: i, argument: 0, names: [] });
    } else if (type === 'operator' && (value === ')' || value === '}')) {
      const its = open.pop();
      its?.names.forEach((name) => given.push({ name, from: its.from, to: i }));
    } else if (type === 'operator' && value === ',') {
      const its = open.at(-1);
      if (its) its.argument++;
    } else if (type === 'range_named') {
      const its = open.at(-1);
      const isWhole = significant(i, 1)?.value === ',' && /^[(,]$/.test(significant(i, -1)?.value ?? '');
      if (!its || !isWhole) return;
      if (its.call === 'LAMBDA' || (its.call === 'LET' && its.argument % 2 === 0)) its.names.push(value.toLowerCase());
    }
  });
  return given;
}

/** `=…` of what a file holds. */
export function formulaFromFile(text: string): string {
  const formula = `=${text.replace(/^=/, '')}`;
  if (!/_xl|\[\d+\]!/i.test(formula)) return formula;
  const texts = tokensOf(formula).map(({ type, value }) =>
    type === 'string' ? value : value.replace(/_xlfn\.|_xlws\.|_xlpm\.|_xludf\.|_xldudf_/gi, ''),
  );
  return withSigns(texts.join('').replace(/\[\d+\]!(?=[A-Z_]+\()/g, ''));
}

/** `ANCHORARRAY(A1)` is typed `A1#`, `SINGLE(A1)` is typed `@A1`. */
const withSigns = (formula: string): string =>
  formula.replace(/\bANCHORARRAY\(([^()]+)\)/g, '$1#').replace(/\bSINGLE\(([^()]+)\)/g, '@$1');
