/** What functions.json says, as far as the workbench reads it. */
export interface ParameterMetadata {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  readonly dimensionality?: 'scalar' | 'matrix';
  readonly optional?: boolean;
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  /** from catalogue.json, once it is there: the family's title and an example as it is typed */
  readonly family?: string;
  readonly example?: string;
  readonly parameters: readonly ParameterMetadata[];
}

export interface Metadata {
  readonly functions: readonly FunctionMetadata[];
}

/** What catalogue.json says beside the metadata, as far as the workbench reads it. */
export interface CatalogueFile {
  readonly families: readonly { readonly id: string; readonly title: string }[];
  readonly functions: readonly {
    readonly name: string;
    readonly family: string;
    readonly examples: readonly { readonly formula: string }[];
  }[];
}

/** The metadata with the family and a first example of each function. */
export const withCatalogue = ({ functions }: Metadata, catalogue: CatalogueFile): Metadata => ({
  functions: functions.map((its) => {
    const known = catalogue.functions.find(({ name }) => name === its.name);
    const family = catalogue.families.find(({ id }) => id === known?.family)?.title;
    const example = known?.examples[0]?.formula;
    return { ...its, ...(family !== undefined && { family }), ...(example !== undefined && { example }) };
  }),
});

/** The page of a function's help, beside the workbench. */
export const helpPage = (name: string): string => `../help/${name}.html`;

/** The parameters in order, optional ones in brackets, as Excel shows them: `revenues, [labels]`. */
export const parameterList = ({ parameters }: FunctionMetadata): string =>
  parameters.map((p) => (p.optional === true ? `[${p.name}]` : p.name)).join(', ');
