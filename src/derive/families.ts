import type { Definition, Family } from '../catalogue/define';

/** A family's title, and what it is for. */
export interface FamilyWords {
  readonly title: string;
  readonly about: string;
}

/** Every family, in the order in which an analyst meets them. */
export const FAMILIES: Readonly<Record<Family, FamilyWords>> = {
  deal: {
    title: 'Deal economics',
    about: 'What a cloud earns, and a lab keeps, when the cloud distributes the lab’s tokens.',
  },
  mix: {
    title: 'Mix and bridges',
    about: 'How much of a change came from mix, from rate, from price and from volume.',
  },
  contribution: {
    title: 'Contribution and leverage',
    about: 'What one segment adds to the growth and the profit of the whole company.',
  },
  silicon: {
    title: 'Custom silicon',
    about: 'The cost of a chip-hour and of a token, on custom chips and on GPUs.',
  },
  comparability: {
    title: 'Comparability',
    about: 'Margins of different companies on one footing: useful lives, depreciation, costs left out.',
  },
  capacity: {
    title: 'Capacity and power',
    about: 'From megawatts to chips, tokens and revenue, and what a shortage of them costs.',
  },
  contracts: {
    title: 'Contracts and demand risk',
    about: 'What a margin does when demand falls short, under a revenue share and under a rental.',
  },
  growth: {
    title: 'Growth',
    about: 'Run-rates and their forecast, in the convention of a cloud or of a lab.',
  },
  returns: {
    title: 'Returns',
    about: 'What the capital earns, and when it is back.',
  },
  verticals: {
    title: 'Business verticals',
    about: 'Profit and loss of an API, of seats, of subscriptions and of a lab.',
  },
  analysis: {
    title: 'Analysis',
    about: 'Sensitivity, goal seek, scenarios and simulation of any function here, and its working line by line.',
  },
  trust: {
    title: 'Data and trust',
    about: 'Every figure with its source, every default with its reason, and checks of the published numbers.',
  },
};

export interface FamilyOfFunctions extends FamilyWords {
  readonly id: Family;
  readonly functions: readonly Definition[];
}

/** The families that have functions, each with its functions by name. */
export const byFamily = (functions: readonly Definition[]): FamilyOfFunctions[] =>
  (Object.keys(FAMILIES) as Family[])
    .map((id) => ({
      id,
      ...FAMILIES[id],
      functions: functions
        .filter((definition) => definition.family === id)
        .sort((a, b) => a.name.localeCompare(b.name, 'en')),
    }))
    .filter((family) => family.functions.length > 0);
