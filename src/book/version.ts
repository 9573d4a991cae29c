import about from '../../package.json';

/** The version of package.json, which the manifest takes over with a fourth part. */
export const VERSION: string = about.version;
