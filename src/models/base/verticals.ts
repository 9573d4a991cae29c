import { assumed, type BaseRow, type BaseSection } from './row';

const OURS = 'ours: no source gives it';

/** Capacity that is rented out by the megawatt-year. */
const rented = (name: string, label: string, mw: readonly number[], source = OURS): BaseRow =>
  assumed(`${name}_mw`, `${label}: IT power rented out`, 'IT MW', mw, source);

/** Tokens sold, their price, and what they cost to serve. */
const sold = (
  name: string,
  label: string,
  tokens: readonly number[],
  price: number,
  cost: number,
): readonly BaseRow[] => [
  assumed(`${name}_tokens`, `${label}: tokens`, 'tn tokens a quarter', tokens, OURS),
  assumed(`${name}_price`, `${label}: price`, '$ a million tokens', price, OURS, { most: 10_000 }),
  assumed(`${name}_cost`, `${label}: cost to serve`, '$ a million tokens', cost, OURS, { most: 10_000 }),
];

/** Seats that could take an assistant, and how many do. */
const seated = (
  name: string,
  label: string,
  seats: BaseRow['values'],
  attach: readonly number[],
  source: string,
): readonly BaseRow[] => [
  assumed(`${name}_seats`, `${label}: seats`, 'million seats', seats, source),
  assumed(`${name}_attach`, `${label}: seats that pay`, 'share', attach, source),
];

const users = (name: string, label: string, values: readonly number[]): BaseRow =>
  assumed(`${name}_users`, `${label}: users`, 'million users', values, OURS);

/** What each vertical of clouds and labs is driven by. Almost all of it is assumed: companies do not say. */
export const VERTICALS: BaseSection = {
  title: 'Drivers of the verticals',
  rows: [
    rented('azure_iaas', 'Azure', [900, 1000, 1150, 1300, 1450, 1600]),
    ...sold('foundry', 'Foundry', [60, 90, 130, 180, 244, 320], 1, 0.45),
    ...seated(
      'copilot',
      'Microsoft 365 Copilot',
      450,
      [0.0222, 0.0267, 0.0333, 0.04, 0.044444, 0.0489],
      'April 2026: 450m seats, over 20m of them paid, by way of an article; before and after ours',
    ),
    rented(
      'google_iaas',
      'Google Cloud',
      [1000, 1200, 1450, 1850, 2300, 2600],
      'ours: AI near the 36% of B08, infrastructure over 80% of it as B10 has',
    ),
    ...sold('gemini', 'Gemini API', [300, 380, 470, 600, 760, 900], 0.6, 0.25),
    ...seated('gemini_enterprise', 'Gemini Enterprise', 60, [0.05, 0.06, 0.08, 0.1, 0.13, 0.16], OURS),
    ...sold('anthropic_api', 'Anthropic’s API', [180, 340, 620, 950, 2100, 4300], 1.6, 0.6),
    users('claude_pro', 'Claude Pro', [2, 2.5, 3.2, 4, 6, 8]),
    users('claude_max', 'Claude Max', [0.1, 0.15, 0.25, 0.4, 0.8, 1.2]),
    users('claude_team', 'Claude Team and Enterprise', [0.5, 0.7, 1, 1.5, 2.5, 3.5]),
    ...sold('openai_api', 'OpenAI’s API', [500, 650, 850, 1100, 1400, 1750], 0.9, 0.4),
    assumed('openai_bedrock_share', 'Bedrock: of OpenAI’s revenue', 'share', 0, OURS),
    assumed('openai_bedrock_payout', 'Bedrock: is paid, of that', 'share', 0.2, OURS),
    assumed('openai_vertex_share', 'Vertex: of OpenAI’s revenue', 'share', 0, OURS),
    assumed('openai_vertex_payout', 'Vertex: is paid, of that', 'share', 0.2, OURS),
    assumed('openai_foundry_share', 'Foundry: of OpenAI’s revenue', 'share', 0.2, OURS),
    assumed('openai_foundry_payout', 'Foundry: is paid, of that', 'share', 0.2, OURS),
    users('chatgpt_free', 'ChatGPT free', [450, 600, 700, 780, 850, 900]),
    users('chatgpt_plus', 'ChatGPT Plus', [17, 20, 24, 29, 34, 38]),
    users('chatgpt_pro', 'ChatGPT Pro', [0.3, 0.4, 0.5, 0.7, 0.9, 1.1]),
    users('chatgpt_team', 'ChatGPT Team', [1.5, 2, 2.6, 3.3, 4, 4.6]),
    users('chatgpt_enterprise', 'ChatGPT Enterprise', [1.5, 2, 2.8, 3.7, 4.8, 6]),
    rented('oracle_iaas', 'Oracle', [500, 620, 780, 960, 1150, 1350]),
    rented(
      'coreweave_iaas',
      'CoreWeave',
      [393, 485, 546, 630, 832, 950],
      'ours: 1Q26’s revenue of $2.08bn at the rent below',
    ),
    ...sold('endpoints', 'Endpoint platforms', [120, 160, 210, 280, 360, 450], 0.4, 0.28),
  ],
};
