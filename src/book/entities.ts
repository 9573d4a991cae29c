/** Other names of what the data book is about, written as its keys are. */
export const ALSO: Readonly<Record<string, string>> = {
  AMAZON_WEB_SERVICES: 'AWS',
  AMAZON_AWS: 'AWS',
  AMZN: 'AMAZON',
  AMAZON_BEDROCK: 'BEDROCK',
  AWS_BEDROCK: 'BEDROCK',
  GOOGLE_CLOUD_PLATFORM: 'GCP',
  ALPHABET: 'GOOGLE',
  GOOGL: 'GOOGLE',
  GOOG: 'GOOGLE',
  INTELLIGENT_CLOUD: 'MICROSOFT_IC',
  MICROSOFT_INTELLIGENT_CLOUD: 'MICROSOFT_IC',
  MICROSOFT_AZURE: 'AZURE',
  MSFT: 'MICROSOFT',
};

/** What has no series of its own, why, and the entity whose series comes nearest. Never taken for it: it is wider. */
export const WITHOUT_SERIES: Readonly<Record<string, { readonly why: string; readonly nearest: string }>> = {
  AMAZON: { why: 'the series are of its cloud segment', nearest: 'AWS' },
  BEDROCK: { why: 'Amazon reports it inside AWS', nearest: 'AWS' },
  GOOGLE: { why: 'the series are of its cloud segment', nearest: 'GOOGLE_CLOUD' },
  GCP: { why: 'Google reports it together with Workspace', nearest: 'GOOGLE_CLOUD' },
  MICROSOFT: { why: 'the series are of its cloud segment', nearest: 'MICROSOFT_IC' },
  AZURE: { why: 'Microsoft reports it inside Intelligent Cloud', nearest: 'MICROSOFT_IC' },
};

/** What the articles call so in a fact is the segment: they know no figure of Google’s without Workspace. */
const IN_FACTS: Readonly<Record<string, string>> = { GCP: 'GOOGLE_CLOUD', AZURE_AND_GCP: 'AZURE_AND_GOOGLE_CLOUD' };

/** The entity of facts under any of its names: GCP is Google Cloud there. */
export function entityOfFacts(name: string): string {
  const entity = entityNamed(name);
  return IN_FACTS[entity] ?? entity;
}

/** `Google Cloud`, `google_cloud` and GOOGLE_CLOUD are one, and so are Amazon Web Services and AWS. */
export function entityNamed(name: string): string {
  const key = name.trim().toUpperCase().replace(/\W+/g, '_');
  return Object.hasOwn(ALSO, key) ? ALSO[key]! : key;
}
