/** A box of a form, or a list to choose from: what it is called and what stands in it at first. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly start: string;
  readonly options?: readonly string[];
  readonly unit?: string;
  readonly placeholder?: string;
  readonly isCount?: boolean;
  /** what a choice puts into other boxes */
  readonly sets?: (chosen: string) => Filled;
}

/** What stands in the boxes, by name. */
export type Filled = Readonly<Record<string, string>>;

export const startOf = (fields: readonly Field[]): Filled =>
  Object.fromEntries(fields.map(({ name, start }) => [name, start]));
