/** Through whom a lab sells: what is spent there, what the channel is paid and what the lab keeps. */
import { check, line, table, type Entry } from './declaration';

/** Clouds that sell for labs, and what a lab sells itself. */
export const CHANNELS = [
  { name: 'bedrock', label: 'Bedrock' },
  { name: 'vertex', label: 'Vertex' },
  { name: 'foundry', label: 'Foundry' },
  { name: 'direct', label: 'Direct' },
] as const;
type Channel = (typeof CHANNELS)[number]['name'];

/** A formula of a quarter, and who says so. */
interface Said {
  readonly formula: string;
  readonly note: string;
}

interface SoldThrough {
  /** what the names of its rows begin with */
  readonly lab: string;
  readonly label: string;
  /** a quarter's revenue, the row */
  readonly revenue: string;
  /** ARR of the chosen quarter at both ends, whose average by quarters is that revenue */
  readonly arr: readonly [opening: string, closing: string];
  readonly shares: Readonly<Record<Exclude<Channel, 'direct'>, Said>>;
  readonly payouts: Readonly<Record<Exclude<Channel, 'direct'>, Said>>;
}

/** Nobody is paid for what is sold directly, which is what is left. */
export function soldThrough({ lab, label, revenue, arr, shares, payouts }: SoldThrough): readonly Entry[] {
  const [first, last] = [CHANNELS[0].name, CHANNELS.at(-1)!.name];
  const all = (what: 'share' | 'payout', when = ''): string =>
    `${when}${lab}_${first}_${what}:${when}${lab}_${last}_${what}`;
  const clouds = CHANNELS.flatMap(({ name }) => (name === 'direct' ? [] : [`${lab}_${name}_share`]));
  const direct = {
    share: { formula: `=1-SUM(${clouds[0]!}:${clouds.at(-1)!})`, note: 'what is left' },
    payout: { formula: '=0', note: 'nobody is paid' },
  };
  return [
    ...CHANNELS.map(({ name, label: channel }) => {
      const { formula, note } = name === 'direct' ? direct.share : shares[name];
      return line(`${lab}_${name}_share`, `${channel}: of ${label}’s revenue`, 'share', formula, { note });
    }),
    ...CHANNELS.map(({ name, label: channel }) => {
      const { formula, note } = name === 'direct' ? direct.payout : payouts[name];
      return line(`${lab}_${name}_payout`, `${channel}: is paid, of that`, 'share', formula, { note });
    }),
    line(
      `${lab}_payouts`,
      `${label}: paid to channels`,
      '$bn a quarter',
      `=${revenue}*SUMPRODUCT(${all('share')},${all('payout')})`,
    ),
    table({
      name: `${lab}_channels`,
      title: `${label}’s channels in the chosen quarter`,
      unit: '$bn a quarter',
      headings: ['Spent', 'Paid', 'Kept'],
      labels: [...CHANNELS.map((channel) => channel.label), 'All'],
      format: '0.000',
      formula: `=TAAS_CHANNEL_SPLIT(${arr.join(',')},${all('share', 'now.')},${all('payout', 'now.')},,FALSE)`,
    }),
    check(
      `${label}: channels are all of the revenue`,
      `=ABS(${lab}_channels.r${CHANNELS.length + 1}.c1-now.${revenue})<TOLERANCE`,
      `${label}’s channels do not add up to the revenue`,
      true,
    ),
    check(
      `${label}: what is spent is paid or kept`,
      `=ABS(${lab}_channels.r${CHANNELS.length + 1}.c2+${lab}_channels.r${CHANNELS.length + 1}.c3-${lab}_channels.r${CHANNELS.length + 1}.c1)<TOLERANCE`,
      `what ${label}’s channels are paid and what it keeps is not what is spent`,
      true,
    ),
    check(
      `${label}: the quarters are paid what the channels are`,
      `=ABS(${lab}_channels.r${CHANNELS.length + 1}.c2-now.${lab}_payouts)<TOLERANCE`,
      `${label}: payouts by quarter are not those of the channels`,
      true,
    ),
  ];
}

/** The lab of the deal: Bedrock sells what the deal has, and keeps the deal's share of it. */
export const ANTHROPIC_CHANNELS: Pick<SoldThrough, 'shares' | 'payouts'> = {
  shares: {
    bedrock: {
      formula: '=Base.token_spend*QUARTERS/AVERAGE(Base.lab_arr_opening,Base.lab_arr)',
      note: 'the deal’s spend ÷ revenue',
    },
    vertex: { formula: '=Base.lab_vertex_share', note: 'assumption' },
    foundry: { formula: '=Base.lab_foundry_share', note: 'assumption' },
  },
  payouts: {
    bedrock: {
      formula: '=IF(Base.token_spend>0,TAAS_CALL("TAAS_REV_SHARE",BLOCK,CASE,TRUE)/Base.token_spend,0)',
      note: 'the deal’s tiers',
    },
    vertex: { formula: '=Base.lab_vertex_payout', note: 'assumption' },
    foundry: { formula: '=Base.lab_foundry_payout', note: 'assumption' },
  },
};
