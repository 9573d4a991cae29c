import type { Listed } from '../pane/functions';

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

/** The functions for a list; the families and an example of each are known when catalogue.json has come. */
export const listed = ({ functions }: Metadata, catalogue?: CatalogueFile): readonly Listed[] =>
  functions.map(({ name, description = '', parameters }) => {
    const known = catalogue?.functions.find((each) => each.name === name);
    return {
      name,
      family: catalogue?.families.find(({ id }) => id === known?.family)?.title ?? '',
      answers: description,
      parameters: parameters.map((p) => (p.optional === true ? `[${p.name}]` : p.name)).join(', '),
      example: known?.examples[0]?.formula ?? `=${name}()`,
      about: parameters.map((p) => p.description).join(' '),
    };
  });

/** The page of a function's help, beside the workbench. */
export const helpPage = (name: string): string => `../help/${name}.html`;
