/** What the panel needs of the page it stands in: a pane beside Excel, or the workbench. */
export interface AnalysisHost {
  /** Puts a formula into the selected cell; answers with the sentence that says where it is, or why it is not. */
  insert(formula: string): Promise<string>;
}

/** What analyse.js offers once it has loaded. */
export type OpenAnalysis = (container: HTMLElement, host: AnalysisHost) => void;

declare global {
  var openTaasAnalysis: OpenAnalysis | undefined;
}
